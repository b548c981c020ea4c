import { createContext, use } from 'react';
import type { SessionState } from '../../app/bridge';

type SignedIn = Extract<SessionState, { status: 'signedIn' }>;

export const SessionContext = createContext<SignedIn | null>(null);

/** Who is signed in, where, and how that is kept. */
export function useSignedIn(): SignedIn {
  const session = use(SessionContext);
  if (!session) throw new Error('nobody is signed in');
  return session;
}
