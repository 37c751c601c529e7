let owner: string | undefined;

/** Whose things this page keeps on the device and offers: those of who is signed in, of nobody else. */
export const currentOwner = () => owner;

export function setOwner(person: string | undefined) {
  owner = person;
  // What an earlier version kept says not whose it is, so it is nobody's.
  for (const key of Object.keys(localStorage))
    if (/^waymark-(draft|recent)(?!-[0-9a-z]{13}(-|$))/.test(key)) localStorage.removeItem(key);
}
