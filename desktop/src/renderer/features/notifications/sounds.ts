import type { SoundName } from '../../app/native';

/** One tone: pitch in hertz, and where it lies in the sound, in seconds. */
interface Tone {
  pitch: number;
  /** The pitch it slides to; absent: it stays. */
  slide?: number;
  at: number;
  lasts: number;
  wave: OscillatorType;
  /** 0 to 1. */
  loud: number;
}

const tone = (pitch: number, at: number, lasts: number, more: Partial<Tone> = {}): Tone => ({
  pitch,
  at,
  lasts,
  wave: 'sine',
  loud: 0.16,
  ...more,
});

/** The console's own sounds, each under a second: heard once, told apart, never a fright. */
export const SOUND_TONES: Readonly<Record<SoundName, readonly Tone[]>> = {
  none: [],
  chime: [tone(880, 0, 0.35), tone(1_174.7, 0.12, 0.45)],
  drop: [tone(1_046.5, 0, 0.16, { slide: 523.3 })],
  knock: [
    tone(220, 0, 0.09, { wave: 'triangle', loud: 0.3 }),
    tone(220, 0.14, 0.09, { wave: 'triangle', loud: 0.3 }),
  ],
  bell: [tone(1_318.5, 0, 0.7), tone(2_637, 0, 0.35, { loud: 0.05 })],
  alarm: [tone(740, 0, 0.16), tone(587.3, 0.18, 0.16), tone(740, 0.36, 0.22)],
};

let shared: AudioContext | null = null;

/** Plays one of them; where the browser has no sound, or forbids it, nothing happens. */
export function playSound(name: SoundName): void {
  const tones = SOUND_TONES[name];
  if (tones.length === 0 || !('AudioContext' in window)) return;
  shared ??= new AudioContext();
  const context = shared;
  // In a browser it may wait for the person's first click: what is old by then is not worth hearing.
  if (context.state === 'suspended') void context.resume();
  const start = context.currentTime + 0.02;
  for (const { pitch, slide, at, lasts, wave, loud } of tones) {
    const source = context.createOscillator();
    const volume = context.createGain();
    source.type = wave;
    source.frequency.setValueAtTime(pitch, start + at);
    if (slide !== undefined) {
      source.frequency.exponentialRampToValueAtTime(slide, start + at + lasts);
    }
    volume.gain.setValueAtTime(0.0001, start + at);
    volume.gain.exponentialRampToValueAtTime(loud, start + at + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + at + lasts);
    source.connect(volume).connect(context.destination);
    source.start(start + at);
    source.stop(start + at + lasts);
  }
}
