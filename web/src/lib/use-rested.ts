import { useEffect, useState } from 'react';

const pauseMs = 350;

/** `value` as it was when it last stood still. */
export function useRested<T>(value: T): T {
  const text = JSON.stringify(value);
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(rested) as T;
}
