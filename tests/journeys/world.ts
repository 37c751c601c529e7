import type { BrowserContext } from 'playwright-core';
import type { components } from '../../web/src/api/schema';
import { enter } from './browser';

type Shapes = components['schemas'];

export const read = async <T>(context: BrowserContext, path: string): Promise<T> =>
  (await context.request.get(`/api/v1${path}`)).json() as Promise<T>;

export const week = (context: BrowserContext) => read<Shapes['MyWeek']>(context, '/my-week');

export async function teamNamed(context: BrowserContext, name: string) {
  const { items } = await read<Shapes['TeamList']>(context, '/teams');
  return items.find((team) => team.name === name)!;
}

/** Those of the demo world who are late with a check-in today; there always are some. */
export async function someoneDue(context: BrowserContext, fits: (due: Shapes['DueKeyResult'][]) => boolean) {
  for (const name of [
    'ben',
    'cam',
    'dora',
    'erik',
    'marta',
    'finn',
    'petra',
    'david',
    'kurt',
    'lena',
    'omar',
    'hugo',
    'marek',
    'nora',
    'ivan',
  ]) {
    await enter(context, name);
    const { due } = await week(context);
    if (fits(due)) return { name, due };
  }
  throw new Error('the demo world has nobody whose check-ins are due like this');
}

/** A believable next value: a little of the way on from where it is. */
export function nextValue({ current, baseline, target }: Shapes['KeyResult']) {
  const value = (current ?? baseline) + (target - baseline) * 0.05;
  return Math.round(value * 100) / 100;
}
