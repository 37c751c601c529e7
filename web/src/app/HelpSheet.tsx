import { t } from '@/lib/i18n';
import { keyNames, useRegistered, useShortcutsOn, type Shortcut } from '@/lib/shortcuts';
import { Icon } from '@/ui/icons';
import { Sheet } from '@/ui/Sheet';
import styles from './HelpSheet.module.css';

const groups = ['keys.anywhere', 'keys.go', 'keys.list'];

/** All keys that work on this page, from the one registry that makes them work. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const shortcuts = useRegistered().filter(({ can }) => can?.() ?? true);
  const others = [...new Set(shortcuts.map(({ group }) => group))].filter((group) => !groups.includes(group));
  return (
    <Sheet label={t('keys.title')} onClose={onClose}>
      <header className={styles.head}>
        <h2>{t('keys.title')}</h2>
        <form method="dialog">
          <button className={styles.close} aria-label={t('close')}>
            <Icon name="close" size={18} />
          </button>
        </form>
      </header>
      <p className={styles.text}>{t(useShortcutsOn() ? 'keys.text' : 'keys.off')}</p>
      <div className={styles.groups}>
        {[...groups, ...others].map((group) => (
          <Group key={group} name={group} shortcuts={shortcuts.filter((one) => one.group === group)} />
        ))}
      </div>
    </Sheet>
  );
}

function Group({ name, shortcuts }: { name: string; shortcuts: Shortcut[] }) {
  const walks = shortcuts.some(({ does }) => does === 'keys.next-row');
  const all = walks ? [...shortcuts, { keys: 'Enter', does: 'keys.open' }] : shortcuts;
  const lines = [...new Set(all.map(({ does }) => does))].map((does) => ({
    does,
    keys: all.filter((one) => one.does === does).map(({ keys }) => keys),
  }));
  return (
    <section>
      <h3 className="caps">{t(name)}</h3>
      <dl>
        {lines.map(({ keys, does }) => (
          <div key={does} className={styles.line}>
            <dt>{t(does)}</dt>
            <dd>
              {keys.flatMap(keyNames).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
