/** Moving through the lists of a page, whatever it is: a row is a list item or table row with a link in it. */

const main = () => document.getElementById('main');

function rows(): HTMLElement[] {
  const all = [...(main()?.querySelectorAll<HTMLElement>('li, tr, [data-row]') ?? [])];
  const links = all.map((row) => row.querySelector<HTMLElement>('a[href]')).filter((link) => link !== null);
  return [...new Set(links)].filter((link) => link.getClientRects().length > 0);
}

/** The link of the next row, or of the first when none has the focus; Enter then opens it. */
export function moveInList(step: 1 | -1) {
  const links = rows();
  const here = document.activeElement?.closest('li, tr, [data-row]')?.querySelector('a[href]');
  const at = links.indexOf(here as HTMLElement);
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step;
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: 'nearest' });
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
