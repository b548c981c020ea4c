/** What `getWebhookInfo` says, as far as it is looked at. */
export interface DoorInfo {
  url: string;
  pendingUpdates: number;
  /** Milliseconds since the epoch; null: never failed. */
  lastErrorAt: number | null;
  lastErrorMessage: string;
  /** null: Telegram's default set. */
  allowedUpdates: readonly string[] | null;
}

/** How it should be. `url` null: updates are asked for, and nothing may be registered. */
export interface Door {
  url: string | null;
  allowedUpdates: readonly string[];
}

export type DoorProblem =
  /** Somebody registered a webhook although this desk asks for updates. */
  | 'unexpected'
  | 'missing'
  | 'wrongUrl'
  | 'allowedUpdates'
  /** Telegram could not hand over an update a moment ago. */
  | 'failing'
  /** More and more updates wait at Telegram. */
  | 'pending';

/** Registering again mends these for certain; the others may have their cause elsewhere. */
export const MENDED_BY_REGISTERING: ReadonlySet<DoorProblem> = new Set([
  'unexpected',
  'missing',
  'wrongUrl',
  'allowedUpdates',
]);

/** As many waiting are nothing unusual. */
const FEW_PENDING = 20;

/**
 * What is wrong with the way updates come.
 * @param earlier numbers of waiting updates at the looks before, the newest last
 * @param freshMs how old an error may be to count
 */
export function doorProblems(
  info: DoorInfo,
  door: Door,
  earlier: readonly number[],
  now: number,
  freshMs: number,
): DoorProblem[] {
  if (door.url === null) return info.url === '' ? [] : ['unexpected'];
  if (info.url === '') return ['missing'];
  const problems: DoorProblem[] = [];
  if (info.url !== door.url) problems.push('wrongUrl');
  if (!sameSet(info.allowedUpdates ?? [], door.allowedUpdates)) problems.push('allowedUpdates');
  if (info.lastErrorAt !== null && now - info.lastErrorAt < freshMs) problems.push('failing');
  const counts = [...earlier.slice(-2), info.pendingUpdates];
  const grows =
    counts.length === 3 && counts.every((n, at) => at === 0 || n > (counts[at - 1] ?? 0));
  if (grows && info.pendingUpdates > FEW_PENDING) problems.push('pending');
  return problems;
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}
