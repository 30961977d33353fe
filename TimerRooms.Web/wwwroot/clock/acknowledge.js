// The server keeps each rendering until it hears that the page has drawn it. To hear so of each by itself is a third of its work when
// it tells a thousand pages something; a page that is only looked at says it once for several. See docs/decisions/acknowledge-together.md.
const together = 5;         // fewer than the server keeps before it stops rendering (Circuits.cs)
const longestWait = 1500;   // ms
const atOnce = 3;           // what the page needs to become live

let isOn = false;

/** From now on this page acknowledges several renderings at once. */
export function acknowledgeTogether() { isOn = true; }

/** The same way to send, that keeps acknowledgements back for a while. */
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
    if (!isOn || fault || drawn <= atOnce || kept >= together) return tell();
    // if this fails, the connection is lost, and the next draws anew
    timer = setTimeout(() => Promise.resolve().then(tell).catch(() => {}), longestWait * (0.5 + Math.random() / 2));
    return Promise.resolve();
  };
}
