import { z } from 'zod';
import type { Preferences } from '../bridge';
import type { JsonFile } from '../files/jsonFile';

export const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  language: z.enum(['ru', 'en']).nullable().catch(null),
  notifications: z.boolean().catch(true),
}) satisfies z.ZodType<Preferences>;

const USUAL: Preferences = { theme: 'system', language: null, notifications: true };

export interface PreferenceStore {
  get(): Preferences;
  /** Changes some and keeps them; listeners hear of it first. */
  set(change: Partial<Preferences>): Promise<Preferences>;
  onChange(listener: (preferences: Preferences) => void): void;
}

/** Reads what is kept; a damaged value falls back to its usual one, alone. */
export async function openPreferences(file: JsonFile<Preferences>): Promise<PreferenceStore> {
  let current = (await file.read()) ?? USUAL;
  const listeners: ((preferences: Preferences) => void)[] = [];
  return {
    get: () => current,
    async set(change) {
      current = preferencesSchema.parse({ ...current, ...change });
      for (const listener of listeners) listener(current);
      await file.write(current);
      return current;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
