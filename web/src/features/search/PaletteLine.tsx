import { keyNames } from '@/lib/shortcuts';
import { Icon } from '@/ui/icons';
import type { Entry } from './entries';
import styles from './Palette.module.css';

type Props = { entry: Entry; marked: boolean; onMark: () => void; onOpen: () => void };

/** What it is in ink, where it belongs in grey, and at the end the quietest: its keys, a cycle, a draft. */
export function PaletteLine({
  entry: { id, icon, title, about, aside, keys },
  marked,
  onMark,
  onOpen,
}: Props) {
  return (
    // The field keeps the focus and hears the keys; the pointer is the other way.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`palette-${id}`}
      role="option"
      aria-selected={marked}
      className={styles.line}
      onPointerMove={() => !marked && onMark()}
      onClick={onOpen}
    >
      <Icon name={icon} size={18} />
      <span className={styles.words}>
        <span className={styles.title} dir="auto">
          {title}
        </span>
        {about && (
          <span className={styles.about} dir="auto">
            {about}
          </span>
        )}
      </span>
      {aside && <span className={styles.aside}>{aside}</span>}
      {keys && (
        <span className={styles.keys}>
          {keyNames(keys).map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      )}
    </div>
  );
}
