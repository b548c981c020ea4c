import { useEffect, useState } from 'react';
import { chordOf, type Chord } from '../../app/shortcuts/chords';

/** What was pressed: keys, none on purpose, or nothing at all. */
export type Captured = { keys: Chord | null } | 'cancelled';

/** Milliseconds in which a second key may follow the first. */
const SECOND = 1_200;

/**
 * Listens for the keys of a shortcut, before anything else hears them. A `g` waits a moment for a
 * second key: rows of two begin with it. Esc leaves, Backspace says: no key.
 * @returns what was pressed so far
 */
export function useCapture(done: (captured: Captured) => void): Chord {
  const [first, setFirst] = useState('');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const chord = chordOf(event);
      if (chord === null) return;
      if (first !== '') done({ keys: `${first} ${chord}` });
      else if (chord === 'escape') done('cancelled');
      else if (chord === 'backspace') done({ keys: null });
      else if (chord === 'g') setFirst(chord);
      else done({ keys: chord });
    };
    window.addEventListener('keydown', onKey, true);
    const timer = first === '' ? undefined : setTimeout(() => done({ keys: first }), SECOND);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      clearTimeout(timer);
    };
  }, [done, first]);
  return first;
}
