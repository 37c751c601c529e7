import { Palette } from '@/features/search/Palette';
import { HelpSheet } from './HelpSheet';
import { useCommands } from './use-commands';
import type { Overlay } from './use-keys';

type Props = { overlay: Overlay; show: (overlay: Overlay) => void; onClose: () => void };

/** What lies over a page for a moment; loaded when it is first asked for. */
export function Overlays({ overlay, show, onClose }: Props) {
  const commands = useCommands(show);
  if (overlay === 'keys') return <HelpSheet onClose={onClose} />;
  return (
    <Palette key={overlay} commands={commands} onlyObjectives={overlay === 'comment'} onClose={onClose} />
  );
}
