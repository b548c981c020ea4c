import { QueryClientProvider } from '@tanstack/react-query';
import type { User } from '@tikethet/shared/contracts';
import { useMemo, useState, type ReactNode } from 'react';
import { BridgeProvider, useBridge } from '../../app/bridge';
import { DeskProvider } from '../../app/DeskProvider';
import { createQueryClient } from '../../app/queryClient';
import { ViewAsContext, type ViewedRole } from './viewAsContext';
import { viewingBridge } from './viewingBridge';

/** The desk of a person: as they see it, or, while they want to, as a lower role does. */
export function ViewAsProvider({ me, children }: { me: User; children: ReactNode }) {
  const [role, setRole] = useState<ViewedRole | null>(null);
  const value = useMemo(
    () => ({
      role,
      viewAs: (next: ViewedRole | null) => {
        // Both begin where everybody begins: the page that is open may not be there for the other.
        window.location.hash = next === null ? '#/admin/rights' : '#/inbox/active';
        setRole(next);
      },
    }),
    [role],
  );
  return (
    <ViewAsContext value={value}>
      {role === null ? (
        <DeskProvider key="self" me={me}>
          {children}
        </DeskProvider>
      ) : (
        <Viewing key={role} me={me} role={role}>
          {children}
        </Viewing>
      )}
    </ViewAsContext>
  );
}

/** With a cache of its own: what one role sees never mixes with what another does. */
function Viewing({ me, role, children }: { me: User; role: ViewedRole; children: ReactNode }) {
  const real = useBridge();
  const [client] = useState(createQueryClient);
  const bridge = useMemo(() => viewingBridge(real, role), [real, role]);
  const seen = useMemo(() => ({ ...me, role, categoryIds: [] }), [me, role]);
  return (
    <BridgeProvider bridge={bridge}>
      <QueryClientProvider client={client}>
        <DeskProvider me={seen}>{children}</DeskProvider>
      </QueryClientProvider>
    </BridgeProvider>
  );
}
