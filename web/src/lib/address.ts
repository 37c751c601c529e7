/** What an address says; the router reads digits as a number and "true" as what it says. */
export const text = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) && value !== '' ? String(value) : undefined;
