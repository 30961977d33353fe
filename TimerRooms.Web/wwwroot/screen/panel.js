// <screen-panel>: what this device does for the room, and what can be done about it here. Below it the page asks, once, to be heard.
import { canStayAwake } from './awake.js';
import { enable, mute, onSound, soundState, test, tryTone } from './sound.js';
import { isFullScreen, onFullScreen, toggle } from './full-screen.js';
import { listen } from './listen.js';

const soundWords = {
  armed: 'This screen rings with the room.',
  blocked: 'Browsers keep a page silent until somebody taps on it.',
  muted: 'The sound is off on this device.',
  silent: 'This room rings on no screen that came by your link.'
};

const awakeWords = () => canStayAwake() ? 'It stays lit while a timer runs.'
  : window.isSecureContext ? 'This browser cannot keep the screen lit: set the device so that it does not sleep.'
  : 'It can be kept lit only over https. Whoever runs this server finds out how under “https” in its manual; or set the device so that it does not sleep.';

const canNotify = () => 'Notification' in window && Notification.permission === 'default' && window.isSecureContext;

const content = `
  <details class="screen-panel">
    <summary>This screen</summary>
    <div class="connection-facts">
      <p data-part="sound-sentence"></p>
      <p class="actions">
        <button type="button" data-do="mute">Sound off here</button><button type="button" data-do="enable">Sound on here</button>
        <button type="button" data-do="test">Play it</button>
      </p>
      <p data-part="awake-sentence"></p>
      <p class="actions">
        <button type="button" data-do="full">Full screen</button>
        <button type="button" data-do="notify">Tell me at zero</button>
      </p>
    </div>
  </details>`;

// at the end of the document, as a bar that the panel stands in may have a layer of its own
const question = document.createElement('div');
question.className = 'ask-sound';
question.setAttribute('role', 'group');
question.setAttribute('aria-label', 'Sound');
question.innerHTML = '<button type="button" class="main" data-do="enable">Enable sound</button><button type="button" class="quiet" data-do="mute">Not here</button>';
question.hidden = true;
document.body.appendChild(question);

const acts = {
  enable, mute,
  test: () => test(),
  notify: () => Notification.requestPermission().then(showAll),
  full: toggle
};

class ScreenPanel extends HTMLElement {
  connectedCallback() {
    if (!this.firstElementChild) this.innerHTML = content;
    this.show();
  }

  show() {
    const state = soundState();
    const find = name => this.querySelector(name);
    const say = (part, text) => { if (find(`[data-part=${part}]`).textContent !== text) find(`[data-part=${part}]`).textContent = text; };
    say('sound-sentence', soundWords[state]);
    say('awake-sentence', awakeWords());
    find('[data-do=mute]').hidden = state !== 'armed';
    find('[data-do=enable]').hidden = state !== 'muted' && state !== 'blocked';
    find('[data-do=test]').hidden = state !== 'armed';
    find('[data-do=notify]').hidden = !canNotify();
    find('[data-do=full]').hidden = !document.fullscreenEnabled;
    find('[data-do=full]').textContent = isFullScreen() ? 'Leave full screen' : 'Full screen';
    this.setAttribute('data-sound', state);
  }
}

function showAll() {
  question.hidden = soundState() !== 'blocked';
  document.querySelectorAll('screen-panel').forEach(panel => panel.show());
}

listen(document, 'click', event => {
  const button = event.target.closest('[data-do]');
  if (button && acts[button.dataset.do]) acts[button.dataset.do]();
  const form = event.target.closest('[data-try-tone]') && event.target.closest('form');
  if (form) tryTone(form.querySelector('[data-tone]').value.toLowerCase(), form.querySelector('[data-loudness]').value / 100);
});

onFullScreen(showAll);
onSound(showAll);
customElements.define('screen-panel', ScreenPanel);
showAll();
