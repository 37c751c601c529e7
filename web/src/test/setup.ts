import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { speak } from '@/lib/i18n';

// What jsdom does not have and widgets ask for.
const noMedia = (query: string) => ({
  matches: false,
  media: query,
  addEventListener: vi.fn(),
  removeEventListener: vi.fn(),
});
class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(window, { matchMedia: noMedia, ResizeObserver: NoResize, scrollTo: () => {} });
Object.assign(document, { fonts: new EventTarget() });
Element.prototype.scrollIntoView = () => {};

configure({ asyncUtilTimeout: 15_000 });
beforeEach(() => speak('en'));
afterEach(() => {
  cleanup();
  localStorage.clear();
});
