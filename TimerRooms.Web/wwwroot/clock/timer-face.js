// <timer-face> draws one timer from the facts in its attribute, as TimerFacts.cs writes them. It never reads its own text or phase: it writes them.
// On a live wall they stand apart, in the cards' order (TimerWall.razor).
import { announce, sentenceOf } from './announce.js';
import { keep, drop } from './beat.js';
import { now as clock, wallOffset } from './server-clock.js';
import { endsOf, nextChange, phaseOf, progressOf, textOf, words } from './timer-text.js';
import { write } from './text-node.js';

const faces = new Set();
const listeners = [];
const wall = new MutationObserver(changes => changes.forEach(change => change.target.face.look()));

/** The timers on this page with their facts, each once. */
export function timers() {
  const byId = new Map();
  faces.forEach(face => { if (face.card && face.facts && face.localName === 'timer-face') byId.set(face.timer, face); });
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
    this.drawn = {};  // what was written last, as it is never read back from the page
  }

  connectedCallback() {
    faces.add(this);
    const card = this.closest('[data-timer]');
    this.says = this.hasAttribute('data-facts') ? this : document.querySelectorAll('timer-facts')[Array.from(card.parentNode.children).indexOf(card)];
    if (this.says !== this) {
      this.says.face = this;
      wall.observe(this.says, { attributes: true });
    }
    this.look();
  }

  disconnectedCallback() {
    faces.delete(this);
    drop(this);
    tell();
  }

  attributeChangedCallback() { this.look(); }

  look() {
    if (!this.isConnected) return;
    this.facts = null;
    keep(this);
    tell();
  }

  draw(now) {
    if (!this.facts) this.read();
    this.set('text', textOf(this.facts, now), text => {
      write(this, text);
      this.setAttribute('data-chars', text.length);
      if (window.timerRoomsLog) window.timerRoomsLog.push({ server: clock(), id: this.timer, text: text });  // for tests
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
    const card = this.closest('[data-timer]');
    const [kind, atZero, begun, ...numbers] = this.says.getAttribute('data-facts').split(' ');
    const [total, banked, since, warning, danger, finishedAt] = numbers.map(text => text === '-' ? null : Number(text));
    this.facts = { kind, atZero, begun: begun === 'begun', total, banked, since, warning, danger, finishedAt };
    const part = selector => card && card.querySelector(selector);
    const bar = part('progress');
    if (card !== this.card || bar !== this.bar) this.drawn = { text: this.drawn.text };
    this.card = card;
    this.bar = bar;
    this.timer = this.getAttribute('data-timer-id') || card.getAttribute('data-timer');
    this.word = part('[data-part=word]');
    this.ends = part('[data-part=ends]');
    this.heading = part('h2');
    if (this.says !== this) this.dress(card, part('[data-part=note]'));
  }

  dress(card, old) {
    const held = this.says.getAttribute('data-held');
    const note = old.cloneNode();  // another, for its fading to begin anew
    note.className = held ? 'held-note' : 'act-note';
    note.textContent = held || this.says.getAttribute('data-act');
    old.parentNode.replaceChild(note, old);
    card.classList.toggle('leads', this.says.className === 'leads');
  }
}

customElements.define('timer-face', TimerFace);
// the same once more, of a timer that has its face elsewhere on the page
customElements.define('timer-digits', class extends TimerFace {});
