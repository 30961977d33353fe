// Has the browser keep the page that waits for the server. After everything else, as nothing else needs it; and where there are no
// service workers (plain http, private windows), nothing is missing while the server is there.
addEventListener('load', () => {
  if (!navigator.serviceWorker) return;
  const version = document.querySelector('script[data-waiting]').getAttribute('data-waiting');
  navigator.serviceWorker.register('/service-worker.js?' + version, { updateViaCache: 'none' }).catch(() => {});
});
