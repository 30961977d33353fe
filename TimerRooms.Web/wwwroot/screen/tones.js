// Six pleasant tones, made of sines: partials by their ratio to the note, with how loud each is and how long it lasts in seconds.
const tones = {
  chime: { notes: [784, 1047, 1319], apart: 0.16, attack: 0.004, partials: [[1, 1, 1.4], [2, 0.25, 0.7], [3.01, 0.08, 0.4]] },
  bell: { notes: [660], apart: 0, attack: 0.002, partials: [[0.5, 0.4, 2.6], [1, 1, 2.2], [1.19, 0.4, 1.6], [2, 0.5, 1.2], [2.74, 0.2, 0.8]] },
  marimba: { notes: [523, 659, 784, 1047], apart: 0.12, attack: 0.003, partials: [[1, 1, 0.5], [3.93, 0.2, 0.15]] },
  bowl: { notes: [294], apart: 0, attack: 0.06, partials: [[1, 1, 4], [2.01, 0.5, 3], [2.83, 0.35, 2.4], [1.006, 0.6, 4]] },
  gong: { notes: [110], apart: 0, attack: 0.02, partials: [[1, 1, 3.6], [1.48, 0.6, 3], [2.1, 0.5, 2.4], [2.9, 0.35, 1.8], [4.2, 0.2, 1.1]] },
  beep: { notes: [880, 880, 880], apart: 0.24, attack: 0.005, partials: [[1, 0.8, 0.14]] }
};

// zero is heard twice, danger whole, warning only its first note and softly
const manners = { warning: { notes: 1, gain: 0.5, times: 1 }, danger: { notes: 9, gain: 0.75, times: 1 }, zero: { notes: 9, gain: 1, times: 2 } };

/** Plays a tone from that moment of the audio clock, as loud as 0 to 1. Gives back how to take it back, and tells when it was heard to its end. */
export function play(context, tone, cue, when, loudness, heard) {
  const { notes, apart, attack, partials } = tones[tone] || tones.chime;
  const manner = manners[cue];
  const longest = Math.max(...partials.map(partial => partial[2]));
  const length = apart * Math.min(manner.notes, notes.length) + longest;
  const out = context.createGain();
  out.gain.value = loudness * loudness * manner.gain * 0.5;  // ears hear by the square, and several timers may ring at once
  out.connect(context.destination);
  const last = { ends: 0 };
  for (let time = 0; time < manner.times; time++) {
    notes.slice(0, manner.notes).forEach((note, index) => {
      const at = when + time * length * 0.6 + index * apart;
      partials.forEach(([ratio, gain, lasts]) => {
        const source = strike(context, out, note * ratio, at, gain, attack, lasts);
        if (at + lasts > last.ends) Object.assign(last, { ends: at + lasts, source });
      });
    });
  }
  let isOver = false;
  const end = wasHeard => {
    if (isOver) return;
    isOver = true;
    out.disconnect();
    if (wasHeard) heard();
  };
  last.source.onended = () => end(true);
  return () => end(false);
}

function strike(context, out, frequency, at, gain, attack, lasts) {
  const source = context.createOscillator();
  const envelope = context.createGain();
  source.frequency.value = frequency;
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(gain, at + attack);
  envelope.gain.exponentialRampToValueAtTime(0.0001, at + lasts);
  source.connect(envelope).connect(out);
  source.start(at);
  source.stop(at + lasts);
  return source;
}
