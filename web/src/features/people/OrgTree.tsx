import { Button } from '@mantine/core';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { isChosen } from '@/lib/chosen';
import { t } from '@/lib/i18n';
import { useChosen } from '@/lib/use-chosen';
import { PersonInput } from '@/ui/form/PersonInput';
import { moveFor, rowsOf, type PersonLine } from './org-tree';
import { OrgTreeRow } from './OrgTreeRow';
import { reportsQuery } from './queries';
import styles from './OrgTree.module.css';

const route = getRouteApi('/in/people/tree');

type Props = { top: PersonLine[]; at: string; above: string[] };

export function OrgTree({ top, at, above }: Props) {
  const { turned } = route.useSearch();
  const navigate = useNavigate();
  const { chosen, choose, replace } = useChosen(
    turned,
    (text) =>
      void navigate({
        to: '/people/tree',
        search: (before) => ({ ...before, turned: text }),
        replace: true,
        resetScroll: false,
      }),
  );
  const [focused, setFocused] = useState(at || top[0]?.id);
  const list = useRef<HTMLUListElement>(null);
  const queryClient = useQueryClient();

  const first = (id: string) => top.length === 1 && id === top[0]!.id;
  // What stands open at first is turned the other way by what the address names.
  const isOpen = (id: string) => isChosen(chosen, id) !== (!chosen.all && (above.includes(id) || first(id)));
  const rows = rowsOf(top, isOpen, (id) => queryClient.getQueryData(reportsQuery(id).queryKey)?.items);
  useQueries({ queries: rows.filter(({ open }) => open).map(({ person }) => reportsQuery(person.id)) });

  const shown = rows.some(({ person }) => person.id === at);
  useEffect(() => {
    if (at && shown) list.current?.querySelector<HTMLElement>(`[data-person="${at}"]`)?.focus();
  }, [at, shown]);

  const current = Math.max(
    rows.findIndex(({ person }) => person.id === focused),
    0,
  );
  const toggle = (id: string) => choose(id, !isChosen(chosen, id));
  const visit = (personId: string) => void navigate({ to: '/people/$personId', params: { personId } });
  const onKeyDown = (event: KeyboardEvent) => {
    const here = rows[current]!.person.id;
    const move = moveFor(event.key, rows, current);
    if (event.key === 'Enter') visit(here);
    else if (!move) return;
    event.preventDefault();
    if (move?.toggle) toggle(here);
    const next = move?.focus === undefined ? undefined : rows[move.focus]?.person.id;
    if (next) list.current?.querySelector<HTMLElement>(`[data-person="${next}"]`)?.focus();
  };

  return (
    <>
      <div className={`${styles.tools} no-print`}>
        <div className={styles.find}>
          <PersonInput
            label={t('tree.find')}
            person={null}
            onChange={({ id }) => void navigate({ to: '/people/tree', search: { at: id } })}
          />
        </div>
        <Button variant="default" onClick={() => replace({ all: !chosen.all, but: new Set() })}>
          {t(chosen.all ? 'tree.close-all' : 'tree.open-all')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('tree.print')}
        </Button>
      </div>
      <p className={`soft small no-print ${styles.keys}`} id="tree-keys">
        {t('tree.keys')}
      </p>
      <ul
        role="tree"
        ref={list}
        aria-label={t('people.tree')}
        aria-describedby="tree-keys"
        className={`card ${styles.tree}`}
      >
        {rows.map((row, index) => (
          <OrgTreeRow
            key={row.person.id}
            row={row}
            chosen={row.person.id === at}
            focusable={index === current}
            onFocus={() => setFocused(row.person.id)}
            onToggle={() => toggle(row.person.id)}
            onVisit={() => visit(row.person.id)}
            onKeyDown={onKeyDown}
          />
        ))}
      </ul>
    </>
  );
}
