import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import classes from './AdminFrame.module.css';
import { ADMIN_GROUPS, adminPageName } from './pages';
import { useAdminPages } from './useAdminPages';

/** The list of pages that set up the desk, and the one that is open. */
export function AdminFrame() {
  const { t } = useTranslation();
  const pages = useAdminPages();
  return (
    <div className={classes.frame}>
      <nav className={classes.side} aria-label={t('admin.title')}>
        <p className={classes.title}>{t('admin.title')}</p>
        {ADMIN_GROUPS.map((group) => {
          const some = pages.filter((page) => page.group === group);
          if (some.length === 0) return null;
          return (
            <section key={group} aria-label={t(`admin.groups.${group}`)}>
              <h2 className={classes.heading}>{t(`admin.groups.${group}`)}</h2>
              <ul className={classes.list}>
                {some.map((page) => {
                  const name = adminPageName(page);
                  const Icon = page.icon;
                  return (
                    <li key={name}>
                      <NavLink
                        to={`/admin/${name}`}
                        className={classes.item}
                        data-testid={`admin-${name}`}
                      >
                        <Icon size={16} stroke={1.6} aria-hidden="true" />
                        <span className={classes.label}>{t(`admin.pages.${name}`)}</span>
                      </NavLink>
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </nav>
      <Suspense fallback={<main aria-busy="true" className={classes.opening} />}>
        <Outlet />
      </Suspense>
    </div>
  );
}
