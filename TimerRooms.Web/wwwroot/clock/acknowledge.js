// The server keeps each rendering until the page has said that it is drawn. A page that is only looked at says so for several at once,
// and not while others are still being told. See docs/decisions/acknowledge-together.md.
const together = 5;
const most = 7;             // fewer than the server keeps before it stops rendering (Circuits.cs)
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
    if (!isOn || fault || drawn <= atOnce || kept >= most) return tell();
    const wait = kept < together ? 1500 : 120;
    // if this fails, the connection is lost, and the next draws anew
    timer = setTimeout(() => Promise.resolve().then(tell).catch(() => {}), wait * (0.5 + Math.random() / 2));
    return Promise.resolve();
  };
}
