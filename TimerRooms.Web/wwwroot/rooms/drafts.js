// What is being typed outlives the circuit, and the document too if it has to be loaded anew: forms carry data-draft, and what
// opens one carries the same name as data-opens.
import { isLive, onTurn } from '../clock/connection.js';

const store = 'timerRooms.drafts ' + location.pathname;
let drafts = read();

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(store)) || {};
  } catch (e) {
    return {};  // no storage: then only the circuit can be outlived
  }
}

function keep() {
  try {
    sessionStorage.setItem(store, JSON.stringify(drafts));
  } catch (e) {
    // as above
  }
}

const nameOf = field => field.id || field.getAttribute('aria-label');
const draftOf = form => drafts[form.getAttribute('data-draft')];
const draftsIn = node => node.nodeType !== Node.ELEMENT_NODE ? []
  : (node.matches('[data-draft]') ? [node] : []).concat(Array.from(node.querySelectorAll('[data-draft]')));

function note(event) {
  const form = event.target.closest('[data-draft]');
  if (!form || !nameOf(event.target)) return;
  const draft = draftOf(form) || { fields: {}, focus: nameOf(event.target) };
  draft.fields[nameOf(event.target)] = event.target.value;
  drafts[form.getAttribute('data-draft')] = draft;
  keep();
}

function noteFocus(event) {
  const form = event.target.closest('[data-draft]');
  const draft = form && draftOf(form);
  if (!draft) return;
  draft.focus = nameOf(event.target);
  keep();
}

// tells the framework, too: its own idea of a field may be older than the field
function fill(form) {
  const draft = draftOf(form);
  if (!draft) return;
  Array.from(form.querySelectorAll('input, select')).forEach(field => {
    const name = nameOf(field);
    if (name && name === draft.focus) field.focus();
    if (!(name in draft.fields)) return;
    field.value = draft.fields[name];
    // a text is told with each key, a choice when it is made
    ['input', 'change'].forEach(type => field.dispatchEvent(new Event(type, { bubbles: true })));
  });
}

function restore() {
  Object.keys(drafts).forEach(name => {
    const form = document.querySelector('[data-draft="' + name + '"]');
    const opener = document.querySelector('[data-opens="' + name + '"]');
    if (form) fill(form);
    else if (opener) opener.click();
  });
}

// a form that goes while the page is live was sent or given up
function forget(form) {
  delete drafts[form.getAttribute('data-draft')];
  keep();
}

new MutationObserver(changes => {
  if (!isLive()) return;
  // a form that is replaced by a fresh one of its kind may go after that one has come
  changes.forEach(change => Array.from(change.removedNodes).forEach(node => draftsIn(node).forEach(forget)));
  changes.forEach(change => Array.from(change.addedNodes).forEach(node => draftsIn(node).forEach(fill)));
}).observe(document.documentElement, { subtree: true, childList: true });

window.addEventListener('input', note, true);
document.addEventListener('focusin', noteFocus);
onTurn(nowLive => { if (nowLive) setTimeout(restore, 0); });
addEventListener('pagehide', () => {
  if (!isLive()) return;
  drafts = {};  // left on purpose
  keep();
});
