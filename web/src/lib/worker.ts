/** Once the page stands and the browser has time: the worker that lets it start without a connection. */
export function startWorker() {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
  later(() => void navigator.serviceWorker.register('/sw.js'));
}
