import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { ConnectionState } from '../../bridge';
import { useBridge } from './bridge';

const ConnectionContext = createContext<ConnectionState>({
  status: 'connecting',
  lastOnlineAt: null,
});

/** Follows whether the desk is reachable. Mounted once, before anything is shown. */
export function ConnectionProvider({ children }: { children: ReactNode }) {
  const bridge = useBridge();
  const [state, setState] = useState<ConnectionState>({ status: 'connecting', lastOnlineAt: null });
  useEffect(() => bridge.on('connection', setState), [bridge]);
  return <ConnectionContext value={state}>{children}</ConnectionContext>;
}

export function useConnection(): ConnectionState {
  return use(ConnectionContext);
}
