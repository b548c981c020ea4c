/**
 * A waiting time as people say it, never shorter than it is: minutes by fives, hours, then days.
 * @param minutes whole, not negative
 */
export function roundedUp(minutes: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes <= 5) return { unit: 'minutes', count: 5 };
  if (minutes <= 50) return { unit: 'minutes', count: Math.ceil(minutes / 5) * 5 };
  const hours = Math.ceil(minutes / 60);
  if (hours < 24) return { unit: 'hours', count: hours };
  return { unit: 'days', count: Math.ceil(hours / 24) };
}
