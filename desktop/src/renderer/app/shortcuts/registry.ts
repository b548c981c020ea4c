import type { Chord } from './chords';

export const SHORTCUT_GROUPS = ['move', 'work', 'write', 'go'] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

interface Shortcut {
  group: ShortcutGroup;
  /** Until the person chooses others; none: it is found in the palette only. */
  keys: readonly Chord[];
  /** Works while one writes, too. */
  typing?: true;
  /** Goes on while the key is held. */
  held?: true;
  /** What everybody's fingers and the system expect: it cannot be changed. */
  fixed?: true;
}

/**
 * Everything that has a key, or could have one. A screen says what it can do at the moment with
 * `useShortcuts`; the sheet, the palette and the settings are made from this list. A new line
 * needs its name in `shared/src/locales/console/keyboard.{en,ru}.ts`.
 */
export const SHORTCUTS = {
  nextTicket: { group: 'move', keys: ['j'], held: true },
  previousTicket: { group: 'move', keys: ['k'], held: true },
  openTicket: { group: 'move', keys: ['enter'], fixed: true },
  back: { group: 'move', keys: ['escape'], fixed: true },
  search: { group: 'move', keys: ['slash'] },
  palette: { group: 'move', keys: ['mod+k'], typing: true },
  sheet: { group: 'move', keys: ['shift+slash'] },
  select: { group: 'move', keys: ['x'] },
  selectAll: { group: 'move', keys: ['mod+a'] },
  selectNext: { group: 'move', keys: ['shift+j'], held: true },
  selectPrevious: { group: 'move', keys: ['shift+k'], held: true },
  filter: { group: 'move', keys: ['f'] },
  messages: { group: 'move', keys: ['u', 'alt+arrowup'], typing: true },

  assign: { group: 'work', keys: ['a'] },
  take: { group: 'work', keys: ['i'] },
  status: { group: 'work', keys: ['s'] },
  priority: { group: 'work', keys: ['p'] },
  category: { group: 'work', keys: ['c'] },
  tags: { group: 'work', keys: ['t'] },
  resolve: { group: 'work', keys: ['e'] },
  snooze: { group: 'work', keys: ['h'] },
  merge: { group: 'work', keys: ['m'] },
  pin: { group: 'work', keys: ['shift+p'] },
  details: { group: 'work', keys: ['d'] },
  print: { group: 'work', keys: ['mod+p'], typing: true },

  reply: { group: 'write', keys: ['r'] },
  note: { group: 'write', keys: ['n'] },
  quote: { group: 'write', keys: ['shift+r'] },
  editMessage: { group: 'write', keys: ['shift+e'] },
  send: { group: 'write', keys: ['mod+enter'], typing: true },
  sendResolve: { group: 'write', keys: ['mod+shift+enter'], typing: true },
  sendLater: { group: 'write', keys: ['mod+shift+l'], typing: true },
  macros: { group: 'write', keys: ['mod+shift+m'], typing: true },
  emoji: { group: 'write', keys: ['mod+shift+e'], typing: true },
  attach: { group: 'write', keys: ['mod+shift+u'], typing: true },

  goMine: { group: 'go', keys: ['g m'] },
  goUnassigned: { group: 'go', keys: ['g u'] },
  goActive: { group: 'go', keys: ['g a'] },
  goNotifications: { group: 'go', keys: ['g n'] },
  goSettings: { group: 'go', keys: ['g s', 'mod+comma'], typing: true },
  goAdmin: { group: 'go', keys: ['g d'] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof SHORTCUTS;

export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as ShortcutId[];

export function shortcut(id: ShortcutId): Shortcut {
  return SHORTCUTS[id];
}
