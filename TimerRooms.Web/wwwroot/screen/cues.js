// When a timer is to be heard. Pure: facts and the room's sound in, moments out.
import { zeroOf } from '../clock/timer-text.js';

/** Of "chime 70 warning,zero spoken", as ScreenParts.razor writes it; null for a silent room. */
export function soundOf(text) {
  if (!text || text === 'silent') return null;
  const [tone, loudness, cues, spoken] = text.split(' ');
  return { tone, loudness: Number(loudness) / 100, cues: cues.split(','), speaks: spoken === 'spoken' };
}

/** The moments of the present run, passed ones too, as { cue, at }. A mark that lies before the run began is none. */
export function cuesOf(facts, wanted) {
  const zero = zeroOf(facts);
  if (zero === null) return [];
  const ends = Math.round(zero);
  const marks = [['warning', ends - facts.warning], ['danger', ends - facts.danger], ['zero', ends]];
  return marks
    .filter(([cue, at]) => wanted.indexOf(cue) >= 0 && (cue === 'zero' || (facts.since !== null && at > facts.since && at < ends)))
    .map(([cue, at]) => ({ cue, at }));
}
