// The clock of what is heard, beside the server's. Audio moments are seconds, all others milliseconds.
import { now } from '../clock/server-clock.js';

// one moment by both clocks: of the audio as it leaves the device, and of the page
function bothClocks(context) {
  const stamp = context.getOutputTimestamp ? context.getOutputTimestamp() : null;
  if (stamp && stamp.performanceTime > 0) return { audio: stamp.contextTime, page: stamp.performanceTime };
  return { audio: context.currentTime - (context.outputLatency || context.baseLatency || 0), page: performance.now() };
}

/** The audio moment at which something must begin to be heard at that moment of the server. */
export function timeOf(context, at) {
  const { audio, page } = bothClocks(context);
  return audio + (performance.now() + at - now() - page) / 1000;
}

/** An audio moment by the clock that all pages of one machine share. */
export function localTime(context, when) {
  const { audio, page } = bothClocks(context);
  return performance.timeOrigin + page + (when - audio) * 1000;
}
