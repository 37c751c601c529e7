import { language } from './i18n';
import { dates, list, numbers, relative } from './formats';

const dayMs = 86_400_000;
const dayToDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** A day of this browser's calendar as 2026-03-31. */
export const today = (now = new Date()) => {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
};

export const daysBetween = (from: string, to: string) =>
  Math.round((dayToDate(to).getTime() - dayToDate(from).getTime()) / dayMs);

/**
 * A share in whole parts of `parts`, as everybody reads it: what is not all is never shown as all, and what is something
 * never as nothing. The server counts the same way (`okr/rules/score.hpp`).
 */
export function inParts(share: number, parts: number) {
  const whole = Math.round(share * parts);
  if (share >= 1) return Math.max(whole, parts);
  return share > 0 ? Math.min(Math.max(whole, 1), parts - 1) : whole;
}

/** 0.9999 is 99, 0.0001 is 1. */
export const percent = (share: number) => inParts(share, 100);

/** With two decimals; what is smaller than one has two digits that say something: 0.004 is never 0. */
export function number(value: number, digits = 2) {
  return numbers({ maximumFractionDigits: Math.max(digits, digitsOfSmall(value)) }).format(value);
}

const mostDigits = 12;
const digitsOfSmall = (value: number) => {
  const size = Math.abs(value);
  return size === 0 || size >= 1 ? 0 : Math.min(mostDigits, Math.ceil(-Math.log10(size)) + 1);
};

const decimals = (value: number) => (String(value).split('.')[1] ?? '').length;

/** A figure that was worked out, as exact as it deserves: three digits, and no finer than the figures it stands beside. */
export function about(value: number, beside: number[]) {
  const ofThreeDigits = value === 0 ? 0 : 2 - Math.floor(Math.log10(Math.abs(value)));
  const digits = Math.min(Math.max(...beside.map(decimals)), ofThreeDigits);
  // One rounding: 12.3499 is 12.3, and not 12.35 and then 12.4.
  return Number(digits < 0 ? value.toPrecision(3) : value.toFixed(digits));
}

/** A grade or progress as people say it: 0.54. What is not full is never 1.0, and what has begun never 0.0. */
export const score = (value: number) =>
  numbers({ minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(inParts(value, 100) / 100);

/** As many decimals as it takes for a value to differ from what it stands beside: 22.0001 of at most 22. */
export function digitsBeside(value: number, beside: (number | null)[]) {
  const others = beside.filter((one) => one !== null && one !== value) as number[];
  let digits = 2;
  while (digits < mostDigits && others.some((one) => number(one, digits) === number(value, digits)))
    digits += 1;
  return digits;
}

/** As many decimals as it takes for values along an axis to differ from each other. */
export function digitsApart(values: number[]) {
  const alike = (digits: number) =>
    new Set(values.map((value) => number(value, digits))).size < values.length;
  let digits = 2;
  while (digits < 12 && alike(digits)) digits += 1;
  return digits;
}

const currencies = /^[A-Z]{3}$/;

/** "0.21 and 0.15" */
export const listed = (texts: string[]) => list().format(texts);

/** A unit that is a word people typed, as they say it of many: "plants". */
const isWord = (unit: string) => /^\p{L}[\p{L}\s-]{3,}$/u.test(unit);

/**
 * A value with its unit as the reader's language writes it: 86.2 %, 2,000,000 €, 33 h. Nobody said what one of a typed word
 * is called, so one stands beside it: 10 plants, 1 (plants).
 */
export function quantity(value: number, unit: string, digits = 2) {
  if (currencies.test(unit)) {
    const whole = Math.abs(value) >= 1000;
    const style = { style: 'currency', currency: unit, notation: whole ? 'compact' : 'standard' } as const;
    return numbers({ ...style, maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value);
  }
  const text = number(value, digits);
  if (!unit) return text;
  if (isWord(unit) && (text === '1' || text === '-1')) return `${text}\u00a0(${unit})`;
  return unit === '%' && language() === 'en' ? `${text}%` : `${text}\u00a0${unit}`;
}

/** Mon 9 Nov; with the year when it is not this one. */
export function day(iso: string, now = today()) {
  const sameYear = iso.slice(0, 4) === now.slice(0, 4);
  return dates({
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
    timeZone: 'UTC',
  }).format(dayToDate(iso));
}

/** 9 Nov, for an axis. */
export const dayOfYear = (iso: string) => day(iso, iso);

/** 1 is January. */
export const monthName = (month: number) =>
  dates({ month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1));

/** The day of an instant, as `day` writes it. */
export const instantDay = (ms: number) => day(today(new Date(ms)));

export function instant(ms: number) {
  return dates({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(ms);
}

/** Friday */
export const weekday = (ms: number) => dates({ weekday: 'long' }).format(ms);

/** "2 minutes ago", "3 hours ago"; older ones by their day. */
export function relativeInstant(ms: number, now = Date.now()) {
  const style = relative();
  const minutes = Math.round((ms - now) / 60_000);
  if (minutes > -60) return style.format(minutes, 'minute');
  return minutes > -24 * 60 ? style.format(Math.round(minutes / 60), 'hour') : instantDay(ms);
}

/** "today", "yesterday", "3 days ago", "in 4 days". */
export function relativeDay(iso: string, now = today()) {
  const days = daysBetween(now, iso);
  const style = relative();
  return Math.abs(days) < 21 ? style.format(days, 'day') : style.format(Math.round(days / 7), 'week');
}

/** A number as `readNumber` reads it again. */
export const typedNumber = (value: number) =>
  numbers({ maximumFractionDigits: 6, useGrouping: false }).format(value);

/** The number a person typed, with either decimal mark; undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0%]/g, '');
  const decimalComma = language() === 'de' || /^-?\d+,\d{1,2}$/.test(bare);
  const plain =
    decimalComma && bare.includes(',')
      ? bare.replaceAll('.', '').replace(',', '.')
      : bare.replaceAll(',', '');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
