import { ApiError, createApiClient } from '@tikethet/shared/client';
import { fetchUnlessBegun } from '../boot/early';
import { initData } from '../init/telegram';
import { createStore } from '../state/store';
import { createSession } from './session';

const baseUrl = '/api/v1';
const publicApi = createApiClient({ baseUrl, token: () => null, fetch: fetchUnlessBegun });

/** Why nobody is signed in any more; the gate then stands in front of everything. */
export const sessionOver = createStore<ApiError | null>(null);

export const session = createSession({
  signIn: () => publicApi('POST /auth/telegram', { initData: initData ?? '' }),
  refresh: (refreshToken) => publicApi('POST /auth/refresh', { refreshToken }),
  now: Date.now,
});

/** Signs in or refreshes; a refusal ends the session on screen. Throws {@link ApiError}. */
export async function renewToken(): Promise<string> {
  try {
    return await session.renew();
  } catch (error) {
    const refused = error instanceof ApiError && (error.status === 401 || error.status === 403);
    if (refused) sessionOver.set(error);
    throw error;
  }
}

/** The API of the desk, as the signed-in person. */
export const api = createApiClient({ baseUrl, token: session.token, renew: renewToken });
