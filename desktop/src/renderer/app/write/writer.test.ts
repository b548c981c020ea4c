import { describe, expect, it, vi } from 'vitest';
import type { BridgeError, DesktopBridge, Result } from '../bridge';
import { idOf } from '../../testing/samples';
import { newKey } from './newKey';
import { Writer, type WriteAction } from './writer';

const offline: BridgeError = { code: 'network', status: 0, details: {} };

function setUp(answers: Result<unknown>[]) {
  const write = vi.fn((_route: string, _input: unknown, _key: string, kept: () => void) => {
    kept();
    return Promise.resolve(answers.shift() ?? { ok: true, value: null });
  });
  const writer = new Writer({ write } as unknown as DesktopBridge);
  const told: string[] = [];
  const action = (change: Partial<WriteAction<'PUT /tickets/{id}/status'>> = {}) => ({
    route: 'PUT /tickets/{id}/status' as const,
    lane: idOf(1),
    input: () => ({ id: idOf(1), status: 'RESOLVED' as const }),
    show: () => told.push('shown'),
    settle: () => told.push('settled'),
    revert: () => told.push('reverted'),
    failed: () => told.push('failed'),
    ...change,
  });
  return { write, writer, told, action };
}

describe('what a person does', () => {
  it('is shown when it is kept, not before', async () => {
    const { write, writer, told, action } = setUp([]);
    let keep: () => void = () => undefined;
    let answer: (result: Result<unknown>) => void = () => undefined;
    write.mockImplementationOnce((_route, _input, _key, kept) => {
      keep = kept;
      return new Promise((done) => (answer = done));
    });
    writer.write(action());
    await vi.waitFor(() => expect(write).toHaveBeenCalled());
    expect(told).toEqual([]);
    keep();
    expect(told).toEqual(['shown']);
    answer({ ok: true, value: null });
    await vi.waitFor(() => expect(told).toEqual(['shown', 'settled']));
  });

  it('that could not be kept is never shown', async () => {
    const { write, writer, told, action } = setUp([]);
    write.mockResolvedValueOnce({ ok: false, error: { ...offline, code: 'storage' } });
    writer.write(action());
    await vi.waitFor(() => expect(told).toEqual(['failed']));
  });

  it('is taken back when it fails, and repeated under the same key with the same input', async () => {
    const { write, writer, told, action } = setUp([{ ok: false, error: offline }]);
    let version = 1;
    let repeat: () => void = () => undefined;
    writer.write(
      action({
        input: () => ({ id: idOf(1), status: 'RESOLVED', version: version++ }),
        failed: (_error, again) => {
          repeat = again;
        },
      }),
    );
    await vi.waitFor(() => expect(told).toEqual(['shown', 'reverted']));
    repeat();
    await vi.waitFor(() => expect(told.at(-1)).toBe('settled'));
    const [first, second] = write.mock.calls.map((call) => call.slice(0, 3));
    expect(second).toEqual(first);
    expect(first?.[2]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is handed over in order on one ticket, without waiting for the desk', async () => {
    const { write, writer, action } = setUp([]);
    const keeps: (() => void)[] = [];
    write.mockImplementation((_route, _input, _key, kept) => {
      keeps.push(kept);
      return new Promise(() => undefined);
    });
    writer.write(action());
    writer.write(action());
    writer.write(action({ lane: idOf(2) }));
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(2));
    keeps[0]?.();
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(3));
    expect(new Set(write.mock.calls.map(([, , key]) => key)).size).toBe(3);
  });
});

it('makes version 4 UUIDs, also where the browser has no randomUUID', () => {
  const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(newKey()).toMatch(pattern);
  const getRandomValues = (bytes: Uint8Array) => bytes.fill(0xff);
  vi.stubGlobal('crypto', { getRandomValues });
  expect(newKey()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  vi.unstubAllGlobals();
});
