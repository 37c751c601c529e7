import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { speak } from '@/lib/i18n';

// What jsdom does not have and widgets ask for.
const noMedia = (query: string) => ({
  matches: false,
  media: query,
  addEventListener: vi.fn(),
  removeEventListener: vi.fn(),
});
vi.stubGlobal('matchMedia', noMedia);
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
Element.prototype.scrollIntoView = () => {};

beforeEach(() => speak('en'));
afterEach(() => {
  cleanup();
  localStorage.clear();
});
