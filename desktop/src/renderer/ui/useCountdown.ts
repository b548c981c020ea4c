import { useEffect, useState } from 'react';

function secondsTo(moment: string | null): number {
  if (moment === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1_000));
}

/** Whole seconds until a moment; 0 when it has come, or when there is none. */
export function useCountdown(moment: string | null): number {
  const [left, setLeft] = useState(() => secondsTo(moment));
  useEffect(() => {
    setLeft(secondsTo(moment));
    if (secondsTo(moment) === 0) return;
    const timer = setInterval(() => {
      const next = secondsTo(moment);
      setLeft(next);
      if (next === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [moment]);
  return left;
}
