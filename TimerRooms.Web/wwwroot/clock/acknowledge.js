// A page that is only looked at says for several renderings at once that they are drawn: docs/decisions/acknowledge-together.md.
import { now } from './server-clock.js';

const together = 8;
const most = 10;    // fewer than Circuits.cs
const atOnce = 3;   // to become live
const moment = 64;  // at which all speak

let isOn = false;

export function acknowledgeTogether() { isOn = true; }

/** Keeps acknowledgements back. */
export function keepingBack(send) {
  let drawn = 0;
  let kept = 0;
  let timer = 0;
  return function (target, id, fault) {
    if (target !== 'OnRenderCompleted') return send.apply(this, arguments);
    drawn++;
    kept++;
    clearTimeout(timer);
    // one for all before it
    const tell = () => {
      kept = 0;
      return send.call(this, target, id, fault);
    };
    if (!isOn || fault || drawn <= atOnce || kept >= most) return tell();
    const wait = (kept < together ? 1500 : 120) * (0.5 + Math.random() / 2);
    const more = kept < together ? moment - (now() + wait) % moment : 0;
    // if this fails, the connection is lost, and the next draws anew
    timer = setTimeout(() => Promise.resolve().then(tell).catch(() => {}), wait + more);
    return Promise.resolve();
  };
}
