import { z } from 'zod';
import { NOTICE_KINDS, SOUNDS, type NoticeKind, type SoundName } from './native';
import { UPDATE_CHANNELS } from './program';

const notice = z.strictObject({ show: z.boolean(), sound: z.enum(SOUNDS) });
const noticeShape = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, notice]));
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Percent of the usual size, as the menu steps through them. */
export const ZOOMS = [75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

/** Seconds before a message leaves; none: it leaves at once. */
export const UNDO_SECONDS = [0, 5, 10, 20] as const;

const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** null: the person's language at the desk, else the system's. */
  language: z.enum(['ru', 'en']).nullable(),
  notifications: z.boolean(),
  updateChannel: z.enum(UPDATE_CHANNELS),
  /** Hosts of links that open without a question. */
  trustedSites: z.array(z.string().max(255)).max(200),
  /** What calls the person on this computer, and with which sound. */
  notices: z.strictObject(noticeShape as Record<NoticeKind, typeof notice>),
  /** Notifications show who writes and what; else only that there is something. */
  previews: z.boolean(),
  /** When this computer stays quiet, on its own clock; null: never. */
  quietHours: z.strictObject({ from: clock, to: clock }).nullable(),
  /** ISO 8601: quiet until then; null: not now. */
  mutedUntil: z.iso.datetime().nullable(),
  zoom: z.union(ZOOMS.map((percent) => z.literal(percent))),
  spelling: z.boolean(),
  /** Seconds in which a message can be taken back. */
  undoSeconds: z.union(UNDO_SECONDS.map((seconds) => z.literal(seconds))),
  /** Closing the window leaves the console running; null: as usual on this system. */
  keepInTray: z.boolean().nullable(),
  /** A key that brings the console to the front from anywhere, as Electron writes it. */
  shortcut: z.string().max(60).nullable(),
});

/** What a person chose for this computer. */
export type Preferences = z.infer<typeof preferences>;

/** Some of them, as the page may change them. */
export const preferenceChange = preferences.partial();

function usualNotice(sound: SoundName): { show: boolean; sound: SoundName } {
  return { show: true, sound };
}

export const USUAL_PREFERENCES: Preferences = {
  theme: 'system',
  language: null,
  notifications: true,
  updateChannel: 'latest',
  trustedSites: [],
  notices: {
    newTicket: usualNotice('chime'),
    customerReplied: usualNotice('drop'),
    assigned: usualNotice('knock'),
    mentioned: usualNotice('bell'),
    slaAtRisk: usualNotice('alarm'),
    unsent: usualNotice('alarm'),
    other: usualNotice('none'),
  },
  previews: true,
  quietHours: null,
  mutedUntil: null,
  zoom: 100,
  spelling: true,
  undoSeconds: 5,
  keepInTray: null,
  shortcut: null,
};

/** Reads what is kept like any other input; a damaged value falls back to its usual one, alone. */
export function readPreferences(kept: unknown): Preferences {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(kept);
  const sound = Object.entries(preferences.shape).flatMap(([name, field]) => {
    const read = field.safeParse(given[name]);
    return read.success ? [[name, read.data] as const] : [];
  });
  return { ...USUAL_PREFERENCES, ...Object.fromEntries(sound) };
}

/** The next step larger or smaller; the same at the ends. */
export function zoomStep(zoom: Preferences['zoom'], by: 1 | -1): Preferences['zoom'] {
  return ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom;
}
