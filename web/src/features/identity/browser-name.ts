const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (pairs: [RegExp, string][], agent: string) => pairs.find(([mark]) => mark.test(agent))?.[1];

/** "Firefox · Linux" out of what a browser calls itself; undefined for what is none. */
export function browserName(agent: string) {
  const parts = [first(browsers, agent), first(systems, agent)].filter(Boolean);
  return parts.length ? parts.join(' · ') : undefined;
}
