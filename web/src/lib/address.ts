/** A link of ours as it is handed on: with the host, where the server does not know its own. */
export const whole = (link: string) => (link.startsWith('/') ? globalThis.location.origin + link : link);

/** What an address says; the router reads digits as a number and "true" as what it says. */
export const text = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) && value !== '' ? String(value) : undefined;

/** A mark that an address has or has not. */
export const marked = (value: unknown) => (String(value) === 'true' ? 'true' : undefined);
