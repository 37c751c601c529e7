import { useRef, type KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import { tabs, type Tab } from '../filter/search';
import styles from './Tabs.module.css';

/** The four ways; arrows go from one to the next. */
export function Tabs({ tab, onChoose }: { tab: Tab; onChoose: (tab: Tab) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (tabs.indexOf(tab) + step + tabs.length) % tabs.length;
    onChoose(tabs[next]!);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      role="tablist"
      tabIndex={-1}
      aria-label={t('overview.ways')}
      className={`${styles.tabs} no-print`}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`overview-${one}`}
          aria-controls="overview-panel"
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          {t(`overview.tab.${one}`)}
        </button>
      ))}
    </div>
  );
}
