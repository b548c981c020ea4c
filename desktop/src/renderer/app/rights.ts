import { useQuery } from '@tanstack/react-query';
import type { OutputOf, User } from '@tikethet/shared/contracts';
import {
  DEFAULT_MATRIX,
  readMatrix,
  type Holder,
  type PermissionMatrix,
} from '@tikethet/shared/permissions';
import { useEffect, useMemo } from 'react';
import { unwrap, useBridge } from './bridge';
import { keys } from './keys';

/** Who sits at this console, with what their role may do on this desk now. */
export type Self = User & Holder;

const KEPT = 'tikethet.permissions';

/** What was true at the last start: nothing flickers while the desk is asked again. */
function kept(): PermissionMatrix {
  try {
    // Written by nobody but this file; what is not a matrix ends in the default.
    const { roles } = JSON.parse(localStorage.getItem(KEPT) ?? '') as OutputOf<'permissions.get'>;
    return readMatrix(roles);
  } catch {
    return DEFAULT_MATRIX;
  }
}

/** What every role may do on this desk; without an answer yet as it was known last. */
export function useMatrix(): PermissionMatrix {
  const bridge = useBridge();
  const { data } = useQuery({
    queryKey: keys.permissions,
    queryFn: () => unwrap(bridge.read('GET /permissions', {})),
  });
  useEffect(() => {
    if (data) localStorage.setItem(KEPT, JSON.stringify(data));
  }, [data]);
  return useMemo(() => (data ? readMatrix(data.roles) : kept()), [data]);
}

/** A person with their rights. */
export function useSelf(user: User): Self {
  const permissions = useMatrix()[user.role];
  return useMemo(() => ({ ...user, permissions }), [user, permissions]);
}
