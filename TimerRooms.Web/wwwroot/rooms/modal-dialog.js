// Opens the native dialog inside as soon as it is rendered, and gives the focus back when it is gone.
import { onTurn } from '../clock/connection.js';

class ModalDialog extends HTMLElement {
  connectedCallback() {
    this.before = document.activeElement;
    // the dialog inside is rendered in the same go, but after this
    queueMicrotask(() => {
      const dialog = this.querySelector('dialog');
      if (dialog && !dialog.open) dialog.showModal();
    });
  }

  disconnectedCallback() {
    if (this.before && this.before.isConnected) this.before.focus();
  }
}

customElements.define('modal-dialog', ModalDialog);

// what was closed while the server could not be told
onTurn(nowLive => {
  if (nowLive) document.querySelectorAll('modal-dialog > dialog:not([open])').forEach(dialog => dialog.dispatchEvent(new Event('close')));
});

// A click on the ground beside a dialog closes it; one that only ends there, as when a text is selected, does not.
let pressed = null;

document.addEventListener('pointerdown', event => {
  pressed = event.target;
});

document.addEventListener('click', event => {
  const closes = event.target.closest('[data-close]') || (event.target.matches('dialog') && pressed === event.target && event.target);
  if (closes) closes.closest('dialog').close();
});
