// A page that reloads itself must not do so in a circle: at most 3 times a minute, then once every 60 s.
const key = 'timerRooms.reloads';
const minute = 60000;

/** Reloads, unless that was done too often of late. */
export function reload() {
  const now = Date.now();
  let recent;
  try {
    recent = JSON.parse(sessionStorage.getItem(key) || '[]').filter(at => at > now - minute && at <= now);
    if (recent.length >= 3) return;
    recent = recent.concat(now);
    // the third within a minute stands for three, so that the next one waits a whole minute
    sessionStorage.setItem(key, JSON.stringify(recent.length === 3 ? [now, now, now] : recent));
  } catch (e) {
    if (performance.now() < minute) return;  // no storage: the age of the page has to do
  }
  location.reload();
}
