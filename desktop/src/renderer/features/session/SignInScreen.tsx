import type { SessionState } from '../../app/bridge';
import { CodeCard } from './CodeCard';
import { StartCard } from './StartCard';

type NotSignedIn = Exclude<SessionState, { status: 'signedIn' }>;

/** Device sign-in: a code is shown here and approved in Telegram. */
export function SignInScreen({ state }: { state: NotSignedIn }) {
  if (state.status === 'signingIn') return <CodeCard device={state.device} />;
  return <StartCard reason={state.reason} />;
}
