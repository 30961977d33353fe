// The framework's script and its circuit: started by hand, ended without a trace, loaded and started anew. The framework starts
// once only and does not come back from a server that was restarted.
import { keepingBack } from './acknowledge.js';

const webSocketOnly = { transport: 1, skipNegotiation: true };
const serverTimeout = 25000;
const keepAlive = 10000;
const patience = 8000;

let socket = null;
let added = null;

/** Starts the circuit of the page as it stands. That nothing is said proves nothing: the first interactive render does. */
export function start(onLost) {
  keepRecord();
  const configure = builder => {
    builder.withUrl('_blazor', webSocketOnly).withServerTimeout(serverTimeout).withKeepAliveInterval(keepAlive);
    const build = builder.build;
    builder.build = function () {
      const own = build.call(builder);
      const lost = () => setTimeout(() => { if (own === socket) onLost(); }, 0);
      const open = own.start;
      // the reconnection handler hears neither of a circuit ended by a fault nor of a first connection that failed
      own.onclose(lost);
      own.start = () => open.call(own).catch(fault => {
        lost();
        throw fault;
      });
      own.send = keepingBack(own.send);
      socket = own;
      return own;
    };
  };
  Blazor.start({
    ssr: { disableDomPreservation: true },
    circuit: { configureSignalR: configure, reconnectionHandler: { onConnectionDown: onLost, onConnectionUp: () => {} } }
  }).catch(onLost);
}

/** Promises whether the server still had the circuit, and the page is on it again. */
export function reconnect() {
  if (!window.Blazor || !Blazor.reconnect) return Promise.resolve(false);
  const late = new Promise(resolve => { setTimeout(() => resolve(false), patience); });
  return Promise.race([Blazor.reconnect(), late]).catch(() => false);
}

/** Closes the connection, as one that does not answer any more would otherwise deliver late what was sent on it. */
export function hangUp() {
  const old = socket;
  socket = null;
  if (old) old.stop().catch(() => {});  // it was dead already
}

/** Ends the circuit and takes the framework out of the page. */
export function unload() {
  if (window.Blazor && Blazor.disconnect) Blazor.disconnect();
  hangUp();
  if (added) added.splice(0).forEach(one => one.target.removeEventListener(one.type, one.listener, one.options));
  delete window.Blazor;
}

/** Loads the script once more; promises whether it came. */
export function load() {
  const old = document.querySelector('script[autostart]');
  const script = document.createElement('script');
  script.setAttribute('autostart', 'false');
  script.src = old.src;
  return new Promise(resolve => {
    const come = hasCome => {
      script.onload = script.onerror = null;
      resolve(hasCome);
    };
    script.onload = () => come(true);
    script.onerror = () => come(false);
    old.parentNode.replaceChild(script, old);
  });
}

// What the framework adds to the document and the window it never takes away again, and it defines its elements each time it is
// loaded. By now all scripts of ours have run, so whatever is added from here on is the framework's.
function keepRecord() {
  if (added) return;
  added = [];
  [document, window].forEach(target => {
    const add = target.addEventListener;
    target.addEventListener = function (type, listener, options) {
      added.push({ target: target, type: type, listener: listener, options: options });
      return add.call(target, type, listener, options);
    };
  });
  const define = customElements.define;
  customElements.define = function (name, element, options) {
    if (!customElements.get(name)) define.call(customElements, name, element, options);
  };
}
