import { can, type Permission } from '@tikethet/shared/permissions';
import type { ComponentType } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { useDesk } from '../../app/DeskProvider';
import { AdminFrame } from './AdminFrame';
import { ADMIN_PAGES, adminPageName } from './pages';
import { useAdminPages } from './useAdminPages';

/** The routes of /admin: its frame with every page of the registry. */
export const adminRoutes: RouteObject = {
  path: '/admin',
  element: <AdminFrame />,
  children: [
    ...ADMIN_PAGES.map(({ path, permission, Page }) => ({
      path,
      element: <Guarded permission={permission} Page={Page} />,
    })),
    { path: '*', element: <FirstPage /> },
    { index: true, element: <FirstPage /> },
  ],
};

/** A page is only for those who may do what it is for; the desk refuses the others anyway. */
function Guarded({ permission, Page }: { permission: Permission; Page: ComponentType }) {
  const { me } = useDesk();
  return can(me, permission) ? <Page /> : <Navigate to="/admin" replace />;
}

function FirstPage() {
  const [first] = useAdminPages();
  return <Navigate to={first ? `/admin/${adminPageName(first)}` : '/inbox/active'} replace />;
}
