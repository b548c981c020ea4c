import type { Role } from '@tikethet/shared/permissions';
import { createContext, use } from 'react';

/** Roles as which the desk may be looked at. */
export type ViewedRole = Exclude<Role, 'USER' | 'DEVELOPER'>;

interface ViewAs {
  /** null: the desk is seen as oneself. */
  role: ViewedRole | null;
  viewAs: (role: ViewedRole | null) => void;
}

export const ViewAsContext = createContext<ViewAs>({ role: null, viewAs: () => undefined });

/** Looking at the desk as a lower role sees it. */
export function useViewAs(): ViewAs {
  return use(ViewAsContext);
}
