import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './TabLinks.module.css';

/** Links to sibling pages, drawn as tabs; the current one marks itself with aria-current, and is brought into view. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  const tabs = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    const current = tabs.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (current) tabs.current!.scrollLeft = current.offsetLeft - tabs.current!.clientWidth / 2;
  }, [path]);
  return (
    <nav ref={tabs} aria-label={label} className={`${styles.tabs} no-print`}>
      {children}
    </nav>
  );
}
