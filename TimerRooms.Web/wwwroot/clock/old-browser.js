// For browsers that know no modules or no custom elements, so that nothing else here runs: the page is loaded anew every 10 s,
// as without script, but only once the server was seen to answer. In the oldest script there is.
(function () {
  if ('noModule' in document.createElement('script') && window.customElements) return;

  function look() {
    var request = new XMLHttpRequest();
    request.onreadystatechange = function () {
      if (request.readyState !== 4) return;
      if (request.getResponseHeader('TimerRooms-Clock')) location.reload();
      else setTimeout(look, 5000);
    };
    request.open('GET', location.href);
    request.send();
  }

  function say() {
    var state = document.querySelector('[data-part=state]');
    if (state) state.textContent = 'Not live';
    document.documentElement.setAttribute('data-connection', 'not-live');
  }

  say();
  setTimeout(look, 10000);
})();
