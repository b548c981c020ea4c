import { useEffect, useState } from 'react';

/** Whether a moment (browser clock, ms) still lies ahead; turns false by itself when it passes. */
export function useTyping(until: number): boolean {
  const [over, setOver] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setOver(until), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return until > over;
}
