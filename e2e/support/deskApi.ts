import { createApiClient, type ApiClient } from '../../shared/src/client';
import type { Attachment } from '../../shared/src/contracts';
import { launchData } from './telegramApp';

/** The desk's API as one of the demo's people. */
export interface DeskApi {
  call: ApiClient;
  id: string;
  upload(file: Buffer, name: string, type: string): Promise<Attachment>;
}

/** Whether a token's time is over; a session that the desk has ended stays ended. */
function hasRunOut(token: string): boolean {
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    exp: number;
  };
  return exp * 1_000 <= Date.now();
}

/** Signs a person in as their Mini App would, and once more when the token has run out. */
export async function deskApi(
  server: { url: string; sandboxApi: string },
  personId: number,
): Promise<DeskApi> {
  const baseUrl = `${server.url}/api/v1`;
  const anonymous = createApiClient({ baseUrl, token: () => null });
  const signIn = async () =>
    anonymous('POST /auth/telegram', { initData: await launchData(server.url, personId) });
  const { accessToken, user } = await signIn();
  let token = accessToken;
  return {
    call: createApiClient({
      baseUrl,
      token: () => token,
      renew: async () => (hasRunOut(token) ? (token = (await signIn()).accessToken) : null),
    }),
    id: user.id,
    upload: async (file, name, type) => {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(file)], { type }), name);
      const answer = await fetch(`${baseUrl}/attachments`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body,
        signal: AbortSignal.timeout(20_000),
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Attachment;
    },
  };
}
