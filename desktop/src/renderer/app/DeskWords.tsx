import { TICKET_PRIORITIES } from '@tikethet/shared/tickets';
import { useEffect } from 'react';
import { useDeskQuery, usePriorities } from './queries/deskSetup';
import { useTranslation } from './texts';

/**
 * Puts the desk's own words and colours in the place of the program's: whatever shows a priority
 * or the desk's name by its text or CSS variable follows by itself.
 */
export function DeskWords() {
  const { i18n } = useTranslation();
  const { data: priorities } = usePriorities();
  const { data: settings } = useDeskQuery();

  useEffect(() => {
    const { style } = document.documentElement;
    for (const { priority, name, nameEn, color } of priorities ?? []) {
      i18n.addResource('ru', 'translation', `priority.${priority}`, name);
      i18n.addResource('en', 'translation', `priority.${priority}`, nameEn);
      if (color === null) style.removeProperty(`--priority-${priority}`);
      else style.setProperty(`--priority-${priority}`, color);
    }
  }, [i18n, priorities]);
  useEffect(
    () => () => {
      const { style } = document.documentElement;
      for (const priority of TICKET_PRIORITIES) style.removeProperty(`--priority-${priority}`);
    },
    [],
  );
  useEffect(() => {
    if (!settings) return;
    for (const language of ['ru', 'en']) {
      i18n.addResource(language, 'translation', 'app.name', settings.name);
    }
  }, [i18n, settings]);
  return null;
}
