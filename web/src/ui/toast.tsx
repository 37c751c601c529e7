import { useSyncExternalStore } from 'react';
import { t } from '@/lib/i18n';
import { Icon } from './icons';
import styles from './toast.module.css';

type Toast = {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  action?: { label: string; run: () => void };
};

const shownMs = 8000;
let toasts: Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: Toast[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}
const dismiss = (id: number) => set(toasts.filter((toast) => toast.id !== id));

type Options = Partial<Pick<Toast, 'tone' | 'action'>> & { forMs?: number };

export function toast(text: string, { forMs = shownMs, ...options }: Options = {}) {
  const id = nextId++;
  set([...toasts.slice(-2), { id, text, tone: 'plain', ...options }]);
  setTimeout(() => dismiss(id), forMs);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    () => toasts,
  );
  return (
    <div className={`${styles.toasts} no-print`} role="region" aria-label={t('toasts')}>
      <div role="status" aria-live="polite">
        {shown.map(({ id, text, tone, action }) => (
          <div key={id} className={`${styles.toast} ${styles[tone]}`}>
            <span>{text}</span>
            {action && (
              <button
                type="button"
                className={styles.action}
                onClick={() => {
                  dismiss(id);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
            <button
              type="button"
              className={styles.close}
              aria-label={t('close')}
              onClick={() => dismiss(id)}
            >
              <Icon name="close" size={16} />
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}
