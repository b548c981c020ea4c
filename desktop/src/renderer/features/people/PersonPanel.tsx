import { Skeleton } from '@mantine/core';
import type { User } from '@tikethet/shared/contracts';
import { can, outranks } from '@tikethet/shared/permissions';
import { isMissing } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useMatrix } from '../../app/rights';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { AccessSection } from './AccessSection';
import { CategoriesSection } from './CategoriesSection';
import { Devices } from './Devices';
import { PersonHead } from './PersonHead';
import classes from './PersonPanel.module.css';
import { RoleSection } from './RoleSection';
import { usePerson } from './usePeople';

/** Everything about one person that somebody above them may look at and change. */
export function PersonPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = usePerson(id);
  if (data) return <Person user={data} />;
  if (isMissing(error)) return <EmptyState title={t('people.gone')} />;
  if (error) {
    return <ErrorState title={t('people.failed')} error={error} retry={() => void refetch()} />;
  }
  return (
    <div className={classes.panel} aria-busy="true">
      <Skeleton height={48} width="60%" mb={24} />
      <Skeleton height={160} />
    </div>
  );
}

function Person({ user }: { user: User }) {
  const { me } = useDesk();
  const matrix = useMatrix();
  const own = user.id === me.id;
  const above = outranks(me.role, user.role) && !own;
  const narrowed = user.role !== 'USER' && !matrix[user.role].includes('ticket.viewAll');
  return (
    <div className={classes.panel} data-testid="person-panel">
      <PersonHead user={user} />
      <RoleSection user={user} />
      {narrowed && <CategoriesSection user={user} changeable={above} />}
      {((above && can(me, 'people.block')) || own) && (
        <Devices userId={own ? null : user.id} name={user.displayName} />
      )}
      {above && can(me, 'people.block') && <AccessSection user={user} />}
    </div>
  );
}
