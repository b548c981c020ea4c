import { createApiClient } from '@tikethet/shared/client';
import { operations, type OutputOf, type Tokens } from '@tikethet/shared/contracts';

export type DeviceGrant = OutputOf<'auth.device'>;

/** The calls to the desk that need no access token. All throw `ApiError`. */
export interface AuthApi {
  startDevice(deviceName: string): Promise<DeviceGrant>;
  pollDevice(deviceCode: string): Promise<Tokens>;
  refresh(refreshToken: string): Promise<Tokens>;
  logout(refreshToken: string): Promise<void>;
}

/** Milliseconds. */
const TIME_LIMIT = 10_000;

/** @param serverUrl origin of the desk */
export function createAuthApi(serverUrl: string, fetchNow?: typeof fetch): AuthApi {
  const api = createApiClient({
    baseUrl: `${serverUrl}/api/v1`,
    token: () => null,
    timeout: TIME_LIMIT,
    fetch: fetchNow,
  });
  const tokens = operations['auth.refresh'].output;
  const grant = operations['auth.device'].output;
  return {
    startDevice: async (deviceName) => grant.parse(await api('POST /auth/device', { deviceName })),
    pollDevice: async (deviceCode) =>
      tokens.parse(await api('POST /auth/device/token', { deviceCode })),
    refresh: async (refreshToken) =>
      tokens.parse(await api('POST /auth/refresh', { refreshToken })),
    logout: async (refreshToken) => void (await api('POST /auth/logout', { refreshToken })),
  };
}
