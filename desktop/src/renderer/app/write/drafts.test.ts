import { expect, it, vi } from 'vitest';
import type { Draft as SharedDraft } from '@tikethet/shared/contracts';
import type { DesktopBridge } from '../bridge';
import { idOf, minute } from '../../testing/samples';
import { forgetDrafts } from './draft';
import { Drafts } from './drafts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

/** A desk that keeps drafts as the real one does, and may be out of reach. */
function aDesk() {
  const kept = new Map<string, SharedDraft>();
  const state = { reachable: true };
  const offline = { ok: false, error: { code: 'network', status: 0, details: {} } };
  const bridge = {
    read: () =>
      Promise.resolve(
        state.reachable ? { ok: true, value: { items: [...kept.values()] } } : offline,
      ),
    write: (_route: string, { id, ...draft }: SharedDraft & { id: string }) => {
      if (!state.reachable) return Promise.resolve(offline);
      const known = kept.get(id);
      const wins = known === undefined || known.writtenAt < draft.writtenAt;
      const stands = wins ? { ...draft, ticketId: id } : known;
      kept.set(id, stands);
      return Promise.resolve({ ok: true, value: stands });
    },
  } as unknown as DesktopBridge;
  return { bridge, kept, state };
}

const ticketId = idOf(1);

it('is on this device at once and at the desk after a pause; an empty one leaves nothing', async () => {
  vi.useFakeTimers();
  const { bridge, kept } = aDesk();
  const storage = memory();
  const drafts = new Drafts(bridge, storage, 'anna');
  drafts.change(ticketId, { reply: 'Здра' });
  drafts.change(ticketId, { reply: 'Здравствуйте' });
  expect(new Drafts(bridge, storage, 'anna').of(ticketId).reply).toBe('Здравствуйте');
  expect(new Drafts(bridge, storage, 'ivan').of(ticketId).reply).toBe('');
  expect(kept.size).toBe(0);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(kept.get(ticketId)?.reply).toBe('Здравствуйте');
  expect(drafts.of(ticketId).saved).toBe(true);
  drafts.change(ticketId, { reply: '' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(kept.get(ticketId)?.reply).toBe('');
  expect(storage.length).toBe(0);
  vi.useRealTimers();
});

it('written offline it waits here, and goes with the connection', async () => {
  const { bridge, kept, state } = aDesk();
  const storage = memory();
  state.reachable = false;
  const drafts = new Drafts(bridge, storage, 'anna');
  drafts.change(ticketId, { note: 'в поезде' });
  drafts.flush();
  await drafts.catchUp();
  expect(drafts.of(ticketId)).toMatchObject({ note: 'в поезде', saved: false });
  state.reachable = true;
  const restarted = new Drafts(bridge, storage, 'anna');
  await restarted.catchUp();
  await vi.waitFor(() => expect(kept.get(ticketId)?.note).toBe('в поезде'));
});

it('takes what is newer from elsewhere, and loses nothing of what was written here', () => {
  const { bridge } = aDesk();
  const drafts = new Drafts(bridge, memory(), 'anna');
  drafts.change(ticketId, { reply: 'моё' });
  const { saved: _saved, earlier: _earlier, ...mine } = drafts.of(ticketId);
  drafts.receive({ ...mine, ticketId, reply: 'старое', writtenAt: minute(1) });
  expect(drafts.of(ticketId).reply).toBe('моё');
  const later = new Date(Date.parse(mine.writtenAt) + 5_000).toISOString();
  drafts.receive({ ...mine, ticketId, reply: 'с телефона', writtenAt: later });
  expect(drafts.of(ticketId)).toMatchObject({ reply: 'с телефона', earlier: 'моё', saved: true });
  // The clock of this device is behind what it has shown: its words are still the newest.
  drafts.change(ticketId, { reply: 'дальше' });
  expect(drafts.of(ticketId).writtenAt > later).toBe(true);
  drafts.stop();
});

it('survives storage that holds nonsense or is full, and is forgotten with the sign-out', () => {
  const storage = memory();
  storage.setItem(`tikethet.draft.anna.${ticketId}`, '{');
  storage.setItem('tikethet.other', 'stays');
  const drafts = new Drafts(aDesk().bridge, storage, 'anna');
  expect(drafts.of(ticketId).reply).toBe('');
  drafts.change(ticketId, { reply: 'a' });
  forgetDrafts(storage);
  expect(storage.length).toBe(1);
  storage.setItem = () => {
    throw new Error('full');
  };
  expect(() => drafts.change(ticketId, { reply: 'b' })).not.toThrow();
  drafts.stop();
});
