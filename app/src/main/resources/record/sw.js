// Keeps an opened entry form and the files it needs, so that it opens again without network. Nothing else of
// the county's pages is kept; signing out empties it.
const FORMS = 'yizhen-forms';
const isForm = url => /^\/posts\/[^/]+\/records\/new$/.test(url.pathname) && url.searchParams.has('kind');
const isStatic = url => url.pathname.startsWith('/static/');

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !(isForm(url) || isStatic(url))) return;
  event.respondWith((async () => {
    const kept = await caches.open(FORMS);
    if (isStatic(url)) {
      const known = await kept.match(event.request);
      if (known) return known;
    }
    try {
      const answer = await fetch(event.request);
      if (answer.ok && !answer.redirected) await kept.put(event.request, answer.clone());
      return answer;
    } catch (offline) {
      const known = await kept.match(event.request);
      if (known) return known;
      throw offline;
    }
  })());
});
