import { Suspense } from 'react';
import { Navigate, useParams } from 'react-router';
import { useGo } from '../../app/places';
import { inboxAddress } from '../../app/focus/places';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { PageNav } from '../../ui/PageNav';
import {
  parseSection,
  SETTINGS_GROUPS,
  SETTINGS_SECTION_NAMES,
  SETTINGS_SECTIONS,
} from './sections';
import classes from './SettingsPage.module.css';

/** What the person decides for themselves: a list of pages, and the one that is open. */
export function SettingsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const name = parseSection(useParams().section);
  useShortcuts({ back: () => go(inboxAddress()) });
  if (name === null) return <Navigate to="/settings/profile" replace />;
  const { Section } = SETTINGS_SECTIONS[name];
  return (
    <main className={classes.page} data-testid="settings-page">
      <PageNav
        title={t('settings.title')}
        titleAs="h1"
        replace
        groups={SETTINGS_GROUPS.map((group) => ({
          label: t(`settings.groups.${group}`),
          pages: SETTINGS_SECTION_NAMES.filter(
            (section) => SETTINGS_SECTIONS[section].group === group,
          ).map((section) => ({
            to: `/settings/${section}`,
            label: t(`settings.sections.${section}`),
            icon: SETTINGS_SECTIONS[section].icon,
            testId: `settings-${section}`,
          })),
        }))}
      />
      <div className={classes.body} key={name}>
        <section className={classes.column} aria-labelledby="settings-section">
          <h2 className={classes.heading} id="settings-section">
            {t(`settings.sections.${name}`)}
          </h2>
          <Suspense fallback={null}>
            <Section />
          </Suspense>
        </section>
      </div>
    </main>
  );
}
