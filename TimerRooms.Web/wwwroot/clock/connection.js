// The live connection of this page: starts it, says how it stands, and brings it back. Nothing here leaves the page except
// by a reload after the server was seen to answer; the digits go on ticking all the while.
import { measure, measureBy } from './server-clock.js';
import { probe } from './probe.js';
import { reload } from './reload-guard.js';
import { write } from './text-node.js';

const webSocketsOnly = 1;
const serverTimeout = 25000;
const keepAlive = 10000;
const firstRenderWithin = 15000;
const notLiveAfter = 10000;
const pause = 5000;

const texts = { live: 'Live', reconnecting: 'Reconnecting', 'not-live': 'Not live' };
const status = () => document.querySelector('[data-part=connection]');

let state = 'reconnecting';
let hasBeenLive = false;
let leaving = false;
let trying = false;
let triedAt = -Infinity;
let attempt = 0;
let notLive = 0;

function show() {
  const element = status();
  if (!element) return;
  element.setAttribute('data-state', state);
  write(element, texts[state]);
}

function enter(next) {
  state = next;
  show();
}

function up() {
  hasBeenLive = true;
  clearTimeout(attempt);
  clearTimeout(notLive);
  attempt = notLive = 0;
  // the status may stand in what is just being rendered
  Promise.resolve().then(() => enter('live'));
  measure();
}

function down() {
  if (leaving || attempt || trying) return;
  enter('reconnecting');
  notLive = notLive || setTimeout(() => enter('not-live'), notLiveAfter);
  recoverIn(0);
}

function recoverIn(delay) {
  clearTimeout(attempt);
  attempt = setTimeout(recover, delay);
}

// every 5 s ± 25 %, for ever
function recover() {
  trying = true;
  triedAt = performance.now();
  probe().then(answers => answers ? reconnect() : false).catch(() => false).then(isUp => {
    trying = false;
    attempt = 0;
    if (!isUp && state !== 'live') recoverIn(pause * (0.75 + Math.random() / 2));
  });
}

// a circuit that is lost for good, or never was, leaves only a fresh page
function reconnect() {
  if (!hasBeenLive || !window.Blazor || !Blazor.reconnect) return reload();
  return Blazor.reconnect().then(isBack => {
    if (isBack) up();
    else reload();
    return isBack;
  });
}

// the network or the screen is back: no need to wait for the next turn
function hurry() {
  if (attempt && !trying && performance.now() - triedAt > pause * 0.75) recoverIn(0);
}

function configure(builder) {
  builder.withUrl('_blazor', webSocketsOnly).withServerTimeout(serverTimeout).withKeepAliveInterval(keepAlive);
  // the reconnection handler is not told when the server ended the circuit by a fault, so the socket itself is listened to
  const build = builder.build;
  builder.build = function () {
    const socket = build.call(builder);
    socket.onclose(() => setTimeout(down, 0));
    return socket;
  };
}

function begin() {
  show();
  notLive = setTimeout(() => enter('not-live'), notLiveAfter);
  if (!window.Blazor) return recoverIn(pause);
  // that this resolves proves nothing: the first interactive render does
  Blazor.start({
    ssr: { disableDomPreservation: true },
    circuit: { configureSignalR: configure, reconnectionHandler: { onConnectionDown: down, onConnectionUp: up } }
  }).catch(down);
  setTimeout(() => { if (!hasBeenLive) down(); }, firstRenderWithin);
}

/** Starts the connection if this page is one that has it. */
export function start() {
  if (!status()) return;
  addEventListener('pagehide', () => { leaving = true; });
  addEventListener('pageshow', event => {
    leaving = false;
    if (event.persisted && clock) serverNow().catch(down);
  });
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) hurry(); });
  if (document.readyState === 'complete') begin();
  else document.addEventListener('DOMContentLoaded', begin);
}

let clock = null;
// as a promise in any case: the framework throws at once while the socket is closed
const serverNow = () => new Promise(resolve => resolve(clock.invokeMethodAsync('Now')));

// called by LiveSignal with an object that tells the server's time
window.timerRooms = { measureBy: answerer => { clock = answerer; measureBy(serverNow); } };

// rendered by an interactive component only: that it arrives is the proof of life
customElements.define('live-signal', class extends HTMLElement {
  connectedCallback() { up(); }
});
