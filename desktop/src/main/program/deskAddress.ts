import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../bridge';
import type { JsonFile } from '../../files/jsonFile';
import { fail, ok } from '../../ipc/result';
import { serverAddress } from '../environment';

export const deskAddressSchema = z.object({ serverUrl: serverAddress });
export type DeskAddress = z.infer<typeof deskAddressSchema>;

/** Milliseconds a desk has to say that it is one. */
const PROBE = 8_000;

/** What a packed console was told of its desk when it was packed: `tikethet` of its package.json. */
export async function bakedAddress(folder: string): Promise<string | null> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const parsed = z.object({ tikethet: deskAddressSchema }).safeParse(manifest);
  return parsed.success ? parsed.data.tikethet.serverUrl : null;
}

/** A person types `desk.example.com`; an address says how to get there. */
export function withScheme(typed: string): string {
  const address = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return address;
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(address);
  return `${local ? 'http' : 'https'}://${address}`;
}

/**
 * Takes another address of the desk: kept once a desk has answered there.
 * @param restart starts the program again, so that nothing of the old desk stays in memory
 */
export function createServerChooser(options: {
  file: JsonFile<DeskAddress>;
  fetch: typeof fetch;
  restart(): void;
}) {
  return async (typed: string): Promise<Result<null>> => {
    const parsed = serverAddress.safeParse(withScheme(typed));
    if (!parsed.success) return fail('validation_failed', 422, { path: 'address' });
    if (!(await isDesk(options.fetch, parsed.data))) return fail('network');
    await options.file.write({ serverUrl: parsed.data });
    options.restart();
    return ok(null);
  };
}

async function isDesk(get: typeof fetch, origin: string): Promise<boolean> {
  try {
    const answer = await get(`${origin}/health`, { signal: AbortSignal.timeout(PROBE) });
    return (
      answer.ok && z.object({ status: z.literal('ok') }).safeParse(await answer.json()).success
    );
  } catch {
    return false;
  }
}
