import { z } from 'zod';
import { readPreferences, USUAL_PREFERENCES, type Preferences } from '../bridge/preferences';
import type { JsonFile } from '../files/jsonFile';

export const preferencesSchema = z.unknown().transform(readPreferences);

export interface PreferenceStore {
  get(): Preferences;
  /** Changes some and keeps them; listeners hear of it first. */
  set(change: Partial<Preferences>): Promise<Preferences>;
  onChange(listener: (preferences: Preferences) => void): void;
}

/** Opens what is kept on this computer. */
export async function openPreferences(file: JsonFile<Preferences>): Promise<PreferenceStore> {
  let current = (await file.read()) ?? USUAL_PREFERENCES;
  const listeners: ((preferences: Preferences) => void)[] = [];
  return {
    get: () => current,
    async set(change) {
      current = { ...current, ...change };
      for (const listener of listeners) listener(current);
      await file.write(current);
      return current;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
