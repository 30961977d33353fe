// <screen-call> makes this page known among the others: at its moment it shows its number, and rings if it is to.
import { keep, drop } from '../clock/beat.js';
import { test } from './sound.js';

const longest = 5000;

class ScreenCall extends HTMLElement {
  connectedCallback() {
    this.at = Number(this.getAttribute('data-at'));
    if (this.hasAttribute('data-rings')) test(this.at);
    keep(this);
  }

  disconnectedCallback() { drop(this); }

  draw(now) {
    const isShown = now >= this.at && now < this.at + longest;
    this.classList.toggle('shown', isShown);
    return now < this.at ? this.at : isShown ? this.at + longest : Infinity;
  }
}

customElements.define('screen-call', ScreenCall);
