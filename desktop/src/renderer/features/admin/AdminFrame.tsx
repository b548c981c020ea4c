import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useTranslation } from '../../app/texts';
import { PageNav } from '../../ui/PageNav';
import classes from './AdminFrame.module.css';
import { ADMIN_GROUPS, adminPageName } from './pages';
import { useAdminPages } from './useAdminPages';

/** The list of pages that set up the desk, and the one that is open. */
export function AdminFrame() {
  const { t } = useTranslation();
  const pages = useAdminPages();
  return (
    <div className={classes.frame}>
      <PageNav
        title={t('admin.title')}
        groups={ADMIN_GROUPS.map((group) => ({
          label: t(`admin.groups.${group}`),
          pages: pages
            .filter((page) => page.group === group)
            .map((page) => {
              const name = adminPageName(page);
              return {
                to: `/admin/${name}`,
                label: t(`admin.pages.${name}`),
                icon: page.icon,
                testId: `admin-${name}`,
              };
            }),
        }))}
      />
      <Suspense fallback={<main aria-busy="true" className={classes.opening} />}>
        <Outlet />
      </Suspense>
    </div>
  );
}
