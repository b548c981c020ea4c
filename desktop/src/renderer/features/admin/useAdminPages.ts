import { can } from '@tikethet/shared/permissions';
import { useMemo } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { ADMIN_PAGES } from './pages';

/** The pages of /admin that this person may open, in their order. */
export function useAdminPages() {
  const { me } = useDesk();
  return useMemo(() => ADMIN_PAGES.filter(({ permission }) => can(me, permission)), [me]);
}
