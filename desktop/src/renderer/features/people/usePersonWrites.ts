import { useQueryClient } from '@tanstack/react-query';
import type { User } from '@tikethet/shared/contracts';
import type { Role } from '@tikethet/shared/permissions';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { showPerson } from '../../app/live/people';
import { useToasts } from '../../ui/useToasts';

/** What somebody above a person changes of them: shown at once, taken back when refused. */
export function usePersonWrites(user: User) {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const show = (change: Partial<User>) => () => showPerson(client, { ...user, ...change });
  const back = () => showPerson(client, user);
  const settle = () => void client.invalidateQueries({ queryKey: keys.people });
  return {
    setRole: (role: Role) =>
      writer.write({
        route: 'PUT /users/{id}/role',
        lane: user.id,
        input: () => ({ id: user.id, role }),
        show: show({ role }),
        settle: () => {
          settle();
          const values = { name: user.displayName, role: t(`role.${role}`) };
          toasts.done(t('people.roleGiven', values));
        },
        revert: back,
        failed: (error, repeat) => toasts.failed(t('people.what.role'), error, repeat),
      }),
    setActive: (isActive: boolean) =>
      writer.write({
        route: 'PUT /users/{id}/status',
        lane: user.id,
        input: () => ({ id: user.id, isActive }),
        show: show({ isActive }),
        settle: () => {
          settle();
          void client.invalidateQueries({ queryKey: keys.sessions(user.id) });
          const name = user.displayName;
          toasts.done(t(isActive ? 'people.unblocked' : 'people.blocked', { name }));
        },
        revert: back,
        failed: (error, repeat) => toasts.failed(t('people.what.access'), error, repeat),
      }),
    setCategories: (categoryIds: string[]) =>
      writer.write({
        route: 'PUT /users/{id}/categories',
        lane: user.id,
        input: () => ({ id: user.id, categoryIds }),
        show: show({ categoryIds }),
        revert: back,
        failed: (error, repeat) => toasts.failed(t('people.what.categories'), error, repeat),
      }),
  };
}
