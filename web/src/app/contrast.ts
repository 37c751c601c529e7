const storageKey = 'waymark-contrast';

export const contrast = () => document.documentElement.dataset.contrast === 'more';

/** High contrast on or off in this browser; boot.js sets it again before the next first paint. */
export function setContrast(high: boolean) {
  if (high) document.documentElement.dataset.contrast = 'more';
  else delete document.documentElement.dataset.contrast;
  localStorage.setItem(storageKey, high ? 'more' : 'normal');
}
