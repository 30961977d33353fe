// <timer-face> draws one timer from the facts in its attribute, as TimerFacts.cs writes them. It never reads its own text or phase: it writes them.
import { announce, sentenceOf } from './announce.js';
import { keep, drop } from './beat.js';
import { now as clock, wallOffset } from './server-clock.js';
import { endsOf, nextChange, phaseOf, progressOf, textOf, words } from './timer-text.js';
import { write } from './text-node.js';

const faces = new Set();
const listeners = [];
const logged = {};

// for tests: what is shown from when on, also where an element takes another's place in between
function log(id, text) {
  if (!Array.isArray(window.timerRoomsLog) || logged[id] === text) return;
  logged[id] = text;
  window.timerRoomsLog.push({ server: clock(), id: id, text: text });
}

/** The timers on this page with their facts, each once. */
export function timers() {
  const byId = new Map();
  faces.forEach(face => { if (face.card && face.facts && face.localName === 'timer-face') byId.set(face.getAttribute('data-timer-id'), face); });
  return Array.from(byId, ([id, face]) => ({ id, facts: face.facts, card: face.card, title: face.heading ? face.heading.textContent : '' }));
}

/** Calls when there are others, or others' facts. */
export function onTimers(listener) { listeners.push(listener); }

let isTelling = false;

function tell() {
  if (isTelling || !listeners.length) return;
  isTelling = true;
  setTimeout(() => {
    isTelling = false;
    listeners.forEach(listener => listener());
  });
}

class TimerFace extends HTMLElement {
  static get observedAttributes() { return ['data-facts']; }

  constructor() {
    super();
    this.drawn = {};  // what was written last is remembered here, as reading it back from the page is what must not be
  }

  connectedCallback() {
    faces.add(this);
    this.look();
  }

  disconnectedCallback() {
    faces.delete(this);
    drop(this);
    tell();
  }

  attributeChangedCallback() { if (this.isConnected) this.look(); }

  look() {
    this.facts = null;
    keep(this);
    tell();
  }

  draw(now) {
    if (!this.facts) this.read();
    this.set('text', textOf(this.facts, now), text => {
      write(this, text);
      this.setAttribute('data-chars', text.length);
      log(this.getAttribute('data-timer-id'), text);
    });
    this.set('phase', phaseOf(this.facts, now), (phase, before) => {
      this.setAttribute('data-phase', phase);
      if (this.card) this.card.setAttribute('data-phase', phase);
      if (this.word) write(this.word, words[phase]);
      if (before && this.heading) announce(sentenceOf(this.heading.textContent, phase, this.facts, now));
    });
    if (this.ends) this.set('end', endsOf(this.facts, now, wallOffset()), text => write(this.ends, text));
    if (this.bar) this.set('left', progressOf(this.facts, now), left => { this.bar.value = left; });
    return nextChange(this.facts, now);
  }

  set(name, value, change) {
    const before = this.drawn[name];
    if (before === value) return;
    this.drawn[name] = value;
    change(value, before);
  }

  read() {
    const [kind, atZero, total, banked, since, warning, danger, begun, finishedAt] = this.getAttribute('data-facts').split(' ');
    const number = text => text === '-' ? null : Number(text);
    this.facts = {
      kind, atZero, begun: begun === 'begun', total: number(total), banked: number(banked), since: number(since),
      warning: number(warning), danger: number(danger), finishedAt: number(finishedAt)
    };
    const card = this.closest('[data-timer]');
    const bar = this.part('progress', card);
    if (card !== this.card || bar !== this.bar) this.drawn = { text: this.drawn.text };
    this.card = card;
    this.bar = bar;
    this.word = this.part('word', card);
    this.ends = this.part('ends', card);
    this.heading = card && card.querySelector('h2');
  }

  part(name, card) { return card && card.querySelector('[data-part=' + name + ']'); }
}

customElements.define('timer-face', TimerFace);
// the same once more, of a timer that has its face elsewhere on the page
customElements.define('timer-digits', class extends TimerFace {});
