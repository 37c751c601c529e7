import type { components } from '@/api/schema';

export type PersonLine = components['schemas']['PersonLine'];

export type Row = {
  person: PersonLine;
  level: number;
  place: number;
  among: number;
  open: boolean;
};

/** The rows that a tree shows: each person, and below them their reports where they are open and known. */
export function rowsOf(
  top: PersonLine[],
  isOpen: (id: string) => boolean,
  reportsOf: (id: string) => PersonLine[] | undefined,
  level = 1,
): Row[] {
  return top.flatMap((person, index) => {
    const open = person.reports > 0 && isOpen(person.id);
    const row = { person, level, place: index + 1, among: top.length, open };
    const below = open ? rowsOf(reportsOf(person.id) ?? [], isOpen, reportsOf, level + 1) : [];
    return [row, ...below];
  });
}

export type Move = { focus?: number; toggle?: boolean };

/** What a key does on a row of a tree, as the patterns for accessible trees have it. */
export function moveFor(key: string, rows: Row[], at: number): Move | undefined {
  const row = rows[at];
  if (!row) return undefined;
  const parent = () => rows.findLastIndex(({ level }, index) => index < at && level < row.level);
  const moves: Record<string, () => Move> = {
    ArrowDown: () => ({ focus: Math.min(at + 1, rows.length - 1) }),
    ArrowUp: () => ({ focus: Math.max(at - 1, 0) }),
    Home: () => ({ focus: 0 }),
    End: () => ({ focus: rows.length - 1 }),
    ArrowRight: () => (row.person.reports === 0 ? {} : row.open ? { focus: at + 1 } : { toggle: true }),
    ArrowLeft: () => (row.open ? { toggle: true } : { focus: Math.max(parent(), 0) }),
  };
  return moves[key]?.();
}
