import type { BrowserContext } from 'playwright-core';

// What tools/dev/day.sh says about `./dev test --day`; without it pages live today, where the machine stands.
export const day = process.env.WAYMARK_DAY;
export const zone = process.env.WAYMARK_ZONE;
const aheadMs = Number(process.env.WAYMARK_AHEAD ?? 0) * 1000;

/** Puts the clock of every page of this window as far ahead as that of the server; timers and measurements stay as they are. */
export async function liveOnTheDay(context: BrowserContext) {
  if (!day) return;
  await context.addInitScript((ahead) => {
    const real = Date;
    const now = () => real.now() + ahead;
    globalThis.Date = new Proxy(real, {
      construct: (_, given, made) => Reflect.construct(real, given.length ? given : [now()], made) as Date,
      apply: () => new real(now()).toString(),
      get: (_, name) => (name === 'now' ? now : (Reflect.get(real, name) as unknown)),
    });
  }, aheadMs);
}
