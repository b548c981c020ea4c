import { useQueryClient } from '@tanstack/react-query';
import type { User } from '@tikethet/shared/contracts';
import type { Role } from '@tikethet/shared/permissions';
import type { BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { showPerson } from '../../app/live/people';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

/** What somebody above a person changes of them: shown at once, taken back when refused. */
export function usePersonWrites(user: User) {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  /** On screen at once: these changes wait for nothing but the desk, and seldom in vain. */
  const show = (change: Partial<User>) => showPerson(client, { ...user, ...change });
  const failed = (what: string) => (error: BridgeError, repeat: () => void) => {
    showPerson(client, user);
    toasts.failed(what, error, repeat);
  };
  const settle = () => void client.invalidateQueries({ queryKey: keys.people });
  return {
    setRole: (role: Role) => {
      show({ role });
      writer.write({
        route: 'PUT /users/{id}/role',
        lane: user.id,
        input: () => ({ id: user.id, role }),
        settle: () => {
          settle();
          const values = { name: user.displayName, role: t(`role.${role}`) };
          toasts.done(t('people.roleGiven', values));
        },
        failed: failed(t('people.what.role')),
      });
    },
    setActive: (isActive: boolean) => {
      show({ isActive });
      writer.write({
        route: 'PUT /users/{id}/status',
        lane: user.id,
        input: () => ({ id: user.id, isActive }),
        settle: () => {
          settle();
          void client.invalidateQueries({ queryKey: keys.sessions(user.id) });
          const name = user.displayName;
          toasts.done(t(isActive ? 'people.unblocked' : 'people.blocked', { name }));
        },
        failed: failed(t('people.what.access')),
      });
    },
    setCategories: (categoryIds: string[]) => {
      show({ categoryIds });
      writer.write({
        route: 'PUT /users/{id}/categories',
        lane: user.id,
        input: () => ({ id: user.id, categoryIds }),
        failed: failed(t('people.what.categories')),
      });
    },
  };
}
