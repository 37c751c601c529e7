import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCycle } from '@/features/okr/parts/use-cycle';
import type { Command } from '@/features/search/command';
import { languages, t } from '@/lib/i18n';
import { useLanguage } from '@/lib/language';
import { inPalette } from './places';
import type { Overlay } from './use-keys';
import { useSignOut } from './use-sign-out';

/** What the palette can do: go somewhere, begin something, change how the page looks. */
export function useCommands(show: (overlay: Overlay) => void): Command[] {
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, choose } = useLanguage();
  const { cycles, cycle } = useCycle();
  const signOut = useSignOut();
  const theme = colorScheme === 'dark' ? 'light' : 'dark';
  const other = languages.find((one) => one !== language)!;
  const go = inPalette.map(({ to, text, icon, keys }): Command => ({
    group: 'go',
    title: t(text),
    icon,
    keys,
    run: () => void navigate({ to }),
  }));
  const act = (title: string, icon: Command['icon'], run: () => void, keys?: string): Command => ({
    group: 'do',
    title,
    icon,
    run,
    keys,
  });
  const showCycle = ({ id, name, current }: (typeof cycles)[number]) =>
    act(t('do.cycle', { cycle: name }), 'clock', () => {
      void navigate({ to: '.', search: (before) => ({ ...before, cycle: current ? undefined : id }) });
    });
  return [
    ...go,
    act(t('do.check-in'), 'check', () => void navigate({ to: '/check-in' }), 'g c'),
    act(t('do.write'), 'target', () => void navigate({ to: '/write' })),
    act(t('do.comment'), 'comment', () => show('comment')),
    act(t('do.keys'), 'keys', () => show('keys'), '?'),
    act(t('do.theme', { theme }), 'sliders', () => setColorScheme(theme)),
    act(t('do.language'), 'sliders', () => choose(other)),
    ...cycles.filter(({ id }) => id !== cycle?.id).map(showCycle),
    act(t('me.sign-out'), 'out', () => signOut.mutate()),
  ];
}
