import { useQueryClient } from '@tanstack/react-query';
import {
  affectedRoles,
  type PermissionChange,
  type PermissionMatrix,
  type Role,
} from '@tikethet/shared/permissions';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useMatrix } from '../../app/rights';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

/** A wish that changes several roles, which is asked about first. */
export interface AskedChange {
  change: PermissionChange;
  roles: Role[];
}

/** The matrix with some roles changed. */
function withChange(
  matrix: PermissionMatrix,
  { permission, allowed }: PermissionChange,
  roles: readonly Role[],
): PermissionMatrix {
  const rows = Object.entries(matrix).map(([role, names]) => {
    const rest = names.filter((name) => name !== permission);
    if (!roles.some((one) => one === role)) return [role, names];
    return [role, allowed ? [...rest, permission] : rest];
  });
  return Object.fromEntries(rows) as PermissionMatrix;
}

/** The matrix, and wishes to change it: shown at once, taken back when the desk refuses. */
export function useChangePermission() {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const matrix = useMatrix();
  const [asked, setAsked] = useState<AskedChange | null>(null);

  const change = (wish: PermissionChange, roles: readonly Role[]) => {
    const { role, permission, allowed } = wish;
    if (role === 'USER') return;
    // At once: it waits for nothing but the desk, and what is refused is read anew.
    client.setQueryData(keys.permissions, { roles: withChange(matrix, wish, roles) });
    writer.write({
      route: 'PUT /permissions/{role}',
      lane: 'permissions',
      input: () => ({ role, permission, allowed }),
      settle: (value) => client.setQueryData(keys.permissions, value),
      failed: (error, repeat) => {
        void client.invalidateQueries({ queryKey: keys.permissions });
        toasts.failed(t('rights.what'), error, repeat);
      },
    });
  };

  return {
    matrix,
    asked,
    wish: (wish: PermissionChange) => {
      const roles = affectedRoles(matrix, wish);
      if (roles.length > 1) setAsked({ change: wish, roles });
      else change(wish, roles);
    },
    decide: (yes: boolean) => {
      if (yes && asked !== null) change(asked.change, asked.roles);
      setAsked(null);
    },
  };
}
