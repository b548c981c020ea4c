/** Until the person says otherwise. */
export const ENDLESS = '9999-12-31T00:00:00.000Z';
/** The hour of the day, on this computer's clock, at which a muted evening ends. */
const MORNING = 8;

function nextMorning(now: Date): Date {
  const morning = new Date(now);
  morning.setHours(MORNING, 0, 0, 0);
  if (morning <= now) morning.setDate(morning.getDate() + 1);
  return morning;
}

/** For how long one can ask for quiet, with the moment (ISO 8601) at which each ends. */
export function quietChoices(now: Date) {
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
  return [
    { name: 'halfHour', until: after(30) },
    { name: 'hour', until: after(60) },
    { name: 'fourHours', until: after(240) },
    { name: 'morning', until: nextMorning(now).toISOString() },
    { name: 'endless', until: ENDLESS },
  ] as const;
}
