import { z } from 'zod';
import { UPDATE_CHANNELS } from './program';

const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** null: the person's language at the desk, else the system's. */
  language: z.enum(['ru', 'en']).nullable(),
  notifications: z.boolean(),
  updateChannel: z.enum(UPDATE_CHANNELS),
  /** Hosts of links that open without a question. */
  trustedSites: z.array(z.string().max(255)).max(200),
});

/** What a person chose for this computer. */
export type Preferences = z.infer<typeof preferences>;

/** Some of them, as the page may change them. */
export const preferenceChange = preferences.partial();

export const USUAL_PREFERENCES: Preferences = {
  theme: 'system',
  language: null,
  notifications: true,
  updateChannel: 'latest',
  trustedSites: [],
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
