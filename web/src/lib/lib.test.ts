import { renderHook, act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyFor, Refused } from './client';
import { readDraft, useDraft } from './draft';
import { setOwner } from './owner';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  about,
  day,
  daysBetween,
  inParts,
  number,
  quantity,
  readNumber,
  relativeDay,
  score,
  today,
} from './format';
import { speak } from './i18n';
import { onNews, tellOf, useFlash, type News } from './live';

type Share = { name: string; share: number; parts: number; whole: number };
const { cases: shares } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../src/okr/rules/cases/shares.json'), 'utf8'),
) as { cases: Share[] };

describe('numbers', () => {
  it('carry their unit as the language writes it', async () => {
    expect([quantity(86.25, '%'), quantity(33, 'h'), quantity(2_000_000, 'EUR'), quantity(4, '')]).toEqual([
      '86.25%',
      '33\u00a0h',
      '€2M',
      '4',
    ]);
    await speak('de');
    expect([quantity(86.25, '%'), quantity(1234.5, 'h')]).toEqual(['86,25\u00a0%', '1.234,5\u00a0h']);
  });

  it('say one of a typed word without calling it many', async () => {
    expect([
      quantity(1, 'plants'),
      quantity(2, 'plants'),
      quantity(1, 'h'),
      quantity(-1, 'pilot sites'),
    ]).toEqual(['1\u00a0(plants)', '2\u00a0plants', '1\u00a0h', '-1\u00a0(pilot sites)']);
    await speak('de');
    expect([quantity(1, 'Werke'), quantity(1.5, 'Werke')]).toEqual(['1\u00a0(Werke)', '1,5\u00a0Werke']);
  });

  it('have no sign where they are nothing', () => {
    expect([number(-0), number(-0.000_000_000_000_1), number(-0.001), quantity(-0, '%')]).toEqual([
      '0',
      '0',
      '-0.001',
      '0%',
    ]);
  });

  // [OKR-105]
  it.each(shares)('$name', ({ share, parts, whole }) => expect(inParts(share, parts)).toBe(whole));
  it('show what is almost full, and what has hardly begun, as what it is', () => {
    expect([score(0.9999), score(1), score(0.0001), score(0), score(0.7)]).toEqual([
      '0.99',
      '1.0',
      '0.01',
      '0.0',
      '0.7',
    ]);
  });

  it.each([
    [12.27, [23, 0, 14], 12],
    [0.4125, [0.8, 0.2, 0.66], 0.41],
    [12_271.4, [0, 20_000, 9_000], 12_300],
    [99.64, [98.5, 100], 99.6],
    [-2.66, [-5, 0], -3],
    [1234.56, [1000.25, 2000], 1230],
    [12.46, [23, 0], 12],
    [12.3499, [5.25, 20], 12.3],
    [0, [5.25, 20], 0],
  ])('%s beside %j is about %s', (value, beside, rounded) => expect(about(value, beside)).toBe(rounded));

  it.each([
    ['33', 33],
    ['-2.5', -2.5],
    ['1,234.5', 1234.5],
    ['86,2', 86.2],
    ['86 %', 86],
    ['.5', 0.5],
    ['', undefined],
    ['soon', undefined],
    ['1e9', undefined],
    ['1.2.3', undefined],
  ])('reads %s as %s', (text, value) => expect(readNumber(text)).toBe(value));

  it('reads German numbers where German is spoken', async () => {
    await speak('de');
    expect([readNumber('1.234,5'), readNumber('2,5'), readNumber('2.5')]).toEqual([1234.5, 2.5, 2.5]);
  });
});

describe('days', () => {
  it('count across months and years', () => expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3));
  it('name the year only when it is another one', () => {
    expect([day('2026-11-10', '2026-12-01'), day('2025-11-10', '2026-12-01')]).toEqual([
      '10 Nov',
      '10 Nov 2025',
    ]);
  });
  it('are told from today', () => {
    expect(
      ['2026-11-22', '2026-11-21', '2026-11-26', '2026-10-20'].map((one) => relativeDay(one, '2026-11-22')),
    ).toEqual(['today', 'yesterday', 'in 4 days', '5 weeks ago']);
  });
  it('begin at midnight where the person is', () =>
    expect(today(new Date('2026-11-22T00:30:00Z'))).toBe('2026-11-22'));
});

describe('a draft', () => {
  const [ana, ben] = ['00000000000an', '00000000000be'];
  beforeEach(() => setOwner(ana));
  afterEach(() => setOwner(undefined));
  it('is offered to nobody but who wrote it', () => {
    localStorage.setItem('waymark-draft-note', '"of an earlier version"');
    const first = renderHook(() => useDraft('note', ''));
    act(() => first.result.current[1]('private'));
    setOwner(ben);
    act(() => first.result.current[1]('private, written on while somebody else signed in'));
    expect(renderHook(() => useDraft('note', '')).result.current[0]).toBe('');
    setOwner(undefined);
    expect(readDraft('note')).toBeUndefined();
    setOwner(ana);
    expect(readDraft('note')).toBe('private, written on while somebody else signed in');
    expect(localStorage.getItem('waymark-draft-note')).toBeNull();
  });
  it('outlives the page until it is dropped', () => {
    const first = renderHook(() => useDraft('note', ''));
    act(() => first.result.current[1]('half a thought'));
    first.unmount();
    expect(renderHook(() => useDraft('note', '')).result.current[0]).toBe('half a thought');
    act(() => first.result.current[2]());
    expect(readDraft('note')).toBeUndefined();
  });
  it('that cannot be read is none', () => {
    localStorage.setItem(`waymark-draft-${ana}-note`, '{');
    expect(readDraft('note')).toBeUndefined();
  });
});

describe('news', () => {
  it('name what changed, what it belongs to and whose it is', () => {
    const heard: News[] = [];
    const leave = onNews((news) => heard.push(news));
    tellOf('{"kind":"check_in.made","subject_id":"c1","parent_id":"o1","team_id":"t1","actor_id":"p1"}');
    tellOf(
      '{"kind":"objective.published","subject_id":"o1","parent_id":"o1","team_id":null,"actor_id":"p1"}',
    );
    leave();
    tellOf('{"kind":"check_in.made","subject_id":"c2","parent_id":"o1","team_id":null}');
    expect(heard).toEqual([['c1', 'o1', 't1'], ['o1']]);
  });

  it('are all fresh again once a line that the server had refused stands anew', () => {
    vi.useFakeTimers();
    const streams: Stream[] = [];
    class Stream extends EventTarget {
      static CLOSED = 2;
      readyState = 0;
      onerror?: () => void;
      constructor() {
        super();
        streams.push(this);
      }
      turn(state: number) {
        this.readyState = state;
        if (state === Stream.CLOSED) this.onerror?.();
        else this.dispatchEvent(new Event('open'));
      }
      close() {}
    }
    vi.stubGlobal('EventSource', Stream);
    const heard: News[] = [];
    const leave = onNews((news) => heard.push(news));
    streams[0]!.turn(1);
    streams[0]!.turn(Stream.CLOSED);
    vi.advanceTimersByTime(20_000);
    streams[1]!.turn(Stream.CLOSED);
    vi.advanceTimersByTime(20_000);
    expect(heard).toEqual([]);
    streams[2]!.turn(1);
    streams[2]!.turn(1);
    expect(heard).toEqual(['all']);
    leave();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('flash what became another one, for a moment', () => {
    vi.useFakeTimers();
    const row = renderHook(({ state }) => useFlash(state), { initialProps: { state: '1' } });
    expect(row.result.current).toBe(false);
    row.rerender({ state: '2' });
    expect(row.result.current).toBe(true);
    act(() => vi.advanceTimersByTime(2000));
    expect(row.result.current).toBe(false);
    vi.useRealTimers();
  });
});

describe('a refusal', () => {
  it('speaks with the words of the server', () => {
    const refused = new Refused({
      title: 'Invalid',
      status: 422,
      code: 'invalid',
      detail: 'Say a number.',
      fields: [{ path: 'value', detail: 'No number.' }],
    });
    expect([refused.message, refused.field('value'), refused.field('title')]).toEqual([
      'Say a number.',
      'No number.',
      undefined,
    ]);
  });
});

describe('the key of a write', () => {
  it('is the same for the same content and another for any other', () => {
    const body = { check_ins: [{ value: 33 }] };
    expect(keyFor('a', body)).toBe(keyFor('a', structuredClone(body)));
    expect(
      new Set([keyFor('a', body), keyFor('b', body), keyFor('a', { check_ins: [{ value: 34 }] })]).size,
    ).toBe(3);
  });
});
