import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Api } from 'grammy';
import { expect, it } from 'vitest';
import { anna } from './testKit';

const token = `424242:${'A'.repeat(35)}`;

/** Runs a sandbox in a process of its own; resolves with its API root. */
async function runSandbox(dir: string): Promise<{ child: ChildProcess; apiRoot: string }> {
  const module = fileURLToPath(new URL('./standalone.ts', import.meta.url));
  const program = `
    const { startSandboxServer } = await import(${JSON.stringify(module)});
    const server = await startSandboxServer(${JSON.stringify({ botToken: token, dir, people: [anna] })});
    server.sandbox.control.start(${anna.id});
    console.log(server.apiRoot);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { child, apiRoot: String(line).trim() };
}

it('keeps every answered message through SIGKILL', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const first = await runSandbox(dir);
  const api = new Api(token, { apiRoot: first.apiRoot });
  const answered: number[] = [];
  const sending = (async () => {
    for (;;) answered.push((await api.sendMessage(anna.id, `№ ${answered.length}`)).message_id);
  })().catch(() => undefined);
  while (answered.length < 20) await new Promise((resolve) => setTimeout(resolve, 10));
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await sending;
  const [before] = answered.slice(-1);
  const second = await runSandbox(dir);
  const next = new Api(token, { apiRoot: second.apiRoot });
  for (const id of answered) {
    const copy = await next.copyMessage(anna.id, anna.id, id);
    expect(copy.message_id).toBeGreaterThan(before ?? 0);
  }
  const updates = await next.getUpdates();
  expect(updates.map((update) => update.message?.text)).toEqual(['/start', '/start']);
  second.child.kill('SIGKILL');
  await once(second.child, 'exit');
  rmSync(dir, { recursive: true });
}, 30_000);
