import { renderHook, act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refused } from './client';
import { readDraft, useDraft } from './draft';
import { day, daysBetween, quantity, readNumber, relativeDay, today } from './format';
import { speak } from './i18n';
import { onNews, tell } from './live';

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
  it('outlives the page until it is dropped', () => {
    const first = renderHook(() => useDraft('note', ''));
    act(() => first.result.current[1]('half a thought'));
    first.unmount();
    expect(renderHook(() => useDraft('note', '')).result.current[0]).toBe('half a thought');
    act(() => first.result.current[2]());
    expect(readDraft('note')).toBeUndefined();
  });
  it('that cannot be read is none', () => {
    localStorage.setItem('waymark-draft-note', '{');
    expect(readDraft('note')).toBeUndefined();
  });
});

describe('news', () => {
  it('name the things that changed', () => {
    const heard: string[][] = [];
    const leave = onNews((ids) => heard.push(ids));
    tell('{"kind":"checked_in","id":"00mcv7n2k3x4a","team":"00mcv7n2k3x4b","word":"notification1"}');
    tell('{"kind":"ping"}');
    leave();
    tell('{"id":"00mcv7n2k3x4a"}');
    expect(heard).toEqual([['00mcv7n2k3x4a', '00mcv7n2k3x4b']]);
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
