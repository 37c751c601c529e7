/** What is chosen of a list or tree, to be open or to be shut: what `but` names, or everything save that. */
export type Chosen = { all: boolean; but: ReadonlySet<string> };

export const isChosen = ({ all, but }: Chosen, id: string) => all !== but.has(id);

export function withChoice(chosen: Chosen, id: string, yes: boolean): Chosen {
  const but = new Set(chosen.but);
  if (yes === chosen.all) but.delete(id);
  else but.add(id);
  return { ...chosen, but };
}

/** An address stays short enough to be sent: beyond this the oldest are left out of it. */
const most = 60;
const longest = 900;

/** How an address says it: what the ids begin with is said once. */
export function chosenText({ all, but }: Chosen): string | undefined {
  const ids = [...but].slice(-most);
  const shared = ids.length > 1 ? sharedStart(ids) : '';
  const rests = ids.map((id) => id.slice(shared.length)).join('.');
  return `${all ? '*' : ''}${shared && `${shared}_`}${rests}` || undefined;
}

export function readChosen(text = ''): Chosen {
  const all = text.startsWith('*');
  const said = text.slice(all ? 1 : 0, longest);
  const [shared, rests] = said.includes('_') ? (said.split('_', 2) as [string, string]) : ['', said];
  return { all, but: new Set(said ? rests.split('.').map((rest) => shared + rest) : []) };
}

function sharedStart(ids: string[]): string {
  const first = ids[0]!;
  let length = first.length;
  for (const id of ids) while (!id.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
