import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { withChoice, chosenText, isChosen, readChosen } from './chosen';
import { useChosen } from './use-chosen';

const none = readChosen();
const shut = (...ids: string[]) => ids.reduce((chosen, id) => withChoice(chosen, id, true), none);

describe('what is chosen', () => {
  it('says in an address once what its ids begin with', () => {
    expect(chosenText(shut('00000mq0v7h2k', '00000mq0v7h2m', '00000mq0w0001'))).toBe(
      '00000mq0_v7h2k.v7h2m.w0001',
    );
    expect(chosenText(shut('00000mq0v7h2k'))).toBe('00000mq0v7h2k');
    expect(chosenText(none)).toBe(undefined);
  });

  it.each([[[]], [['none']], [['company', 'person']], [['ab', 'abc', 'abd']]])('comes back: %j', (ids) => {
    expect(readChosen(chosenText(shut(...ids)))).toEqual(shut(...ids));
  });

  it('is everything save what is named', () => {
    const chosen = withChoice({ all: true, but: new Set() }, 'a', false);
    expect([isChosen(chosen, 'a'), isChosen(chosen, 'b')]).toEqual([false, true]);
    expect(chosenText(chosen)).toBe('*a');
    expect(readChosen('*a')).toEqual(chosen);
    expect(withChoice(chosen, 'a', true).but.size).toBe(0);
  });

  it('keeps an address short, and the newest in it', () => {
    const many = Array.from({ length: 500 }, (_, index) => `0${index}`.padEnd(13, 'z'));
    const text = chosenText(shut(...many))!;
    expect(text.length).toBeLessThan(900);
    expect(isChosen(readChosen(text), many[499]!)).toBe(true);
  });
});

describe('what is chosen on a page', () => {
  const begin = (address?: string) => {
    const write = vi.fn();
    const hook = renderHook(({ address }) => useChosen(address, write), { initialProps: { address } });
    return { ...hook, write };
  };

  it('changes at once, and the address follows', () => {
    const { result, rerender, write } = begin('a');
    act(() => result.current.choose('b', true));
    expect([...result.current.chosen.but]).toEqual(['a', 'b']);
    expect(write).toHaveBeenLastCalledWith('a.b');
    rerender({ address: 'a.b' });
    expect([...result.current.chosen.but]).toEqual(['a', 'b']);
  });

  it('is what the address says after Back', () => {
    const { result, rerender } = begin('a');
    act(() => result.current.choose('b', true));
    rerender({ address: 'a.b' });
    rerender({ address: 'c' });
    expect([...result.current.chosen.but]).toEqual(['c']);
  });

  it('keeps what an address is too short for', () => {
    const { result, rerender } = begin();
    act(() => result.current.replace(shut(...Array.from({ length: 90 }, (_, at) => `id${at}`))));
    rerender({ address: chosenText(result.current.chosen) });
    expect(result.current.chosen.but.size).toBe(90);
  });
});
