import { ApiError, createApiClient, type ApiClient } from '@tikethet/shared/client';
import { fetchUnlessBegun } from '../boot/early';
import { initData } from '../init/telegram';
import { suspectConnection } from '../live/connection';
import { rememberedUser, rememberUser } from '../state/remembered';
import { createStore } from '../state/store';
import { createSession, type Session } from './session';

const baseUrl = '/api/v1';
const publicApi = createApiClient({ baseUrl, token: () => null, fetch: fetchUnlessBegun });

/** Why nobody is signed in any more; the gate then stands in front of everything. */
export const sessionOver = createStore<ApiError | null>(null);

const signedIn = createSession({
  signIn: () => publicApi('POST /auth/telegram', { initData: initData ?? '' }),
  refresh: (refreshToken) => publicApi('POST /auth/refresh', { refreshToken }),
  now: Date.now,
});

/** The session; before the sign-in its person is who was here last. */
export const session: Session = {
  ...signedIn,
  user: () => signedIn.user() ?? rememberedUser(),
};

/** Signs in or refreshes; a refusal ends the session on screen. Throws {@link ApiError}. */
export async function renewToken(): Promise<string> {
  try {
    const token = await signedIn.renew();
    const user = signedIn.user();
    if (user) rememberUser(user);
    return token;
  } catch (error) {
    // What is not the desk's own word, a proxy's page say, ends nothing.
    const said = error instanceof ApiError && error.code !== 'unavailable';
    if (said && (error.status === 401 || error.status === 403)) sessionOver.set(error);
    throw error;
  }
}

const client = createApiClient({ baseUrl, token: session.token, renew: renewToken });

/** The API of the desk, as the signed-in person; what comes earlier waits for the sign-in. */
export const api: ApiClient = async (...call) => {
  try {
    if (session.token() === null) await renewToken();
    return await client(...call);
  } catch (error) {
    if (error instanceof ApiError && error.status === 0) suspectConnection();
    throw error;
  }
};
