import { makePng } from '../../server/src/sandbox/testKit';
import type { DemoServer } from './server';

/** Milliseconds within which the sandbox answers, or never. */
const PATIENCE = 10_000;

async function ask(
  server: DemoServer,
  personId: number,
  path: 'actions' | 'messages',
  init: RequestInit,
): Promise<unknown> {
  const answer = await fetch(`${server.sandboxApi}/people/${personId}/${path}`, {
    method: 'POST',
    signal: AbortSignal.timeout(PATIENCE),
    ...init,
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${path} of ${personId}: ${said}`);
  return said === '' ? null : (JSON.parse(said) as unknown);
}

/**
 * What a person does in Telegram without a chat on screen: `start`, `block`, `openApp`…
 * @param more what belongs to the deed
 * @returns what the sandbox answers
 */
export function act(
  server: DemoServer,
  personId: number,
  type: string,
  more: object = {},
): Promise<unknown> {
  return ask(server, personId, 'actions', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type, ...more }),
  });
}

/** A person writes to the bot without a chat on screen, with a picture if there is one. */
export async function say(
  server: DemoServer,
  personId: number,
  text: string,
  { picture = false } = {},
): Promise<void> {
  const body = new FormData();
  body.set('text', text);
  if (picture) {
    body.set('as', 'photo');
    const bytes = new Uint8Array(makePng(320, 200));
    body.append('files', new Blob([bytes], { type: 'image/png' }), 'карта.png');
  }
  await ask(server, personId, 'messages', { body });
}
