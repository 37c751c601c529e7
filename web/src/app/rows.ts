/** Moving through the lists of a page, whatever it is: a row is a list item or table row with a link in it. */

const main = () => document.getElementById('main');
/** A tree of lines is one stop; from there it has keys of its own. */
const stop = '[role=treegrid] [role=row][tabindex="0"]';
const places = `li, tr, [data-row], ${stop}`;

const targetOf = (row: Element) =>
  row.matches(stop) ? (row as HTMLElement) : row.querySelector<HTMLElement>('a[href]');

function rows(): HTMLElement[] {
  const all = [...(main()?.querySelectorAll(places) ?? [])].map(targetOf).filter((one) => one !== null);
  return [...new Set(all)].filter((one) => one.getClientRects().length > 0);
}

/** Whether there is a list to walk through. */
export const hasRows = () => rows().length > 0;

/** The next row, or the first when none has the focus; Enter then opens it. */
export function moveInList(step: 1 | -1) {
  const all = rows();
  const row = document.activeElement?.closest(places);
  const at = all.indexOf((row && targetOf(row))!);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  all[next]?.focus();
  all[next]?.scrollIntoView({ block: 'nearest' });
}

export function focusFilter() {
  const field = main()?.querySelector<HTMLElement>('input[type=search], [data-filter]');
  field?.focus();
  return Boolean(field);
}

const ofObjective = /\/objectives\/[^/?#]+/;
let series: string[] = [];

const place = (link: HTMLAnchorElement) => ofObjective.exec(link.pathname)?.[0];

/** Called with each click: the objectives that a list shows are the neighbours of the one that is opened from it. */
export function keepSeries({ target }: Event) {
  const link = (target as Element | null)?.closest?.<HTMLAnchorElement>('#main a[href]');
  if (!link || !place(link)) return;
  const links = [...(main()?.querySelectorAll<HTMLAnchorElement>('a[href*="/objectives/"]') ?? [])];
  series = [...new Set(links.map(place).filter((path) => path !== undefined))];
}

/** The objective before or after this one in the list from which it was opened. */
export const neighbour = (path: string, step: 1 | -1) =>
  series.includes(path) ? series[series.indexOf(path) + step] : undefined;
