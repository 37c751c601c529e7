// Lets the app start without a connection. Keeps the frame and the scripts of this build, never an answer of the API:
// what a person has seen or typed is kept by the pages themselves.
const frames = 'waymark-frame';
const assets = 'waymark-assets';
/* What the frame and a check-in need; written by the build. */
const offline = __OFFLINE__;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else event.respondWith(fetch(request).catch(() => caches.match(request)));
});

async function keepAll() {
  const frame = await caches.open(frames);
  await frame.addAll(['/', '/boot.js', '/favicon.svg', '/manifest.webmanifest']);
  const kept = await caches.open(assets);
  for (const address of offline) if (!(await kept.match(address))) await kept.add(address);
  await forgetOthers(kept);
}

/** Assets of earlier builds; those that only some pages need come back when they are asked for. */
async function forgetOthers(kept) {
  const wanted = new Set(offline);
  for (const { url } of await kept.keys()) if (!wanted.has(new URL(url).pathname)) await kept.delete(url);
}

/** The server's own page while there is a connection; the frame that was kept while there is none. */
async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      const copy = answer.clone();
      await caches.open(frames).then((frame) => frame.put('/', copy));
    }
    return answer;
  } catch {
    return (await caches.match('/')) ?? Response.error();
  }
}

/** An asset never changes under its name. */
async function asset(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    void caches.open(assets).then((kept) => kept.put(request, copy));
  }
  return answer;
}
