import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useNavigate, useParams } from 'react-router';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
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
  const navigate = useNavigate();
  const name = parseSection(useParams().section);
  useShortcuts({ back: () => void navigate('/inbox/active') });
  if (name === null) return <Navigate to="/settings/profile" replace />;
  const { Section } = SETTINGS_SECTIONS[name];
  return (
    <main className={classes.page} data-testid="settings-page">
      <nav className={classes.side} aria-label={t('settings.title')}>
        <h1 className={classes.title}>{t('settings.title')}</h1>
        {SETTINGS_GROUPS.map((group) => (
          <section key={group}>
            <h2 className={classes.group}>{t(`settings.groups.${group}`)}</h2>
            <ul className={classes.list}>
              {SETTINGS_SECTION_NAMES.filter(
                (section) => SETTINGS_SECTIONS[section].group === group,
              ).map((section) => {
                const Icon = SETTINGS_SECTIONS[section].icon;
                return (
                  <li key={section}>
                    <NavLink
                      to={`/settings/${section}`}
                      replace
                      className={classes.item}
                      data-testid={`settings-${section}`}
                    >
                      <Icon size={16} stroke={1.6} aria-hidden="true" />
                      <span>{t(`settings.sections.${section}`)}</span>
                    </NavLink>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </nav>
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
