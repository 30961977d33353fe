// Shows a page that waits for the server when another was asked for and cannot be had. That page and its parts are all that is
// ever kept: what the server gives may hold a secret, in its address or in itself.
const waitingPage = '/install/waiting.html';
const shell = [waitingPage, '/install/waiting.js', '/css/tokens.css', '/css/app.css', '/favicon.svg'];  // as WaitingPage.cs has it
const excuses = [502, 503, 504];  // of a proxy whose server is being restarted
const cacheName = 'waiting' + location.search;

const kept = path => caches.open(cacheName).then(cache => cache.match(path));

const keep = () => caches.open(cacheName).then(cache => cache.addAll(shell.map(path => new Request(path, { cache: 'reload' }))));

const dropOthers = () => caches.keys().then(names => Promise.all(names.filter(name => name !== cacheName).map(name => caches.delete(name))));

function pageOrWait(request) {
  return fetch(request).then(
    answer => excuses.indexOf(answer.status) < 0 ? answer : kept(waitingPage).then(page => page || answer),
    () => kept(waitingPage).then(page => page || Response.error()));
}

addEventListener('install', event => {
  skipWaiting();
  event.waitUntil(keep());
});

addEventListener('activate', event => event.waitUntil(Promise.all([dropOthers(), clients.claim()])));

addEventListener('fetch', event => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOrWait(request));
  // other pages ask for these files by the names that change with what is in them
  else if (shell.indexOf(address.pathname) >= 0) event.respondWith(kept(address.pathname).then(part => part || fetch(request)));
});
