import type { InputOf } from '@tikethet/shared/contracts';
import type { BridgeEvents, DesktopBridge, Result } from '../../app/bridge';
import type { ViewedRole } from './viewAsContext';

/** Milliseconds: what happens at the desk is looked at again at most so often. */
const PAUSE = 1_000;

const NOTHING: Result<never> = {
  ok: false,
  error: { code: 'view_only', status: 0, details: {} },
};

/** An operation's input as it would stand in an address. */
function asText(input: Record<string, unknown>): string {
  const rows = Object.entries(input).filter(([, value]) => value !== undefined);
  return JSON.stringify(Object.fromEntries(rows.map(([name, value]) => [name, String(value)])));
}

/**
 * The world as a lower role sees it: reads are answered by the desk's own policies for that role,
 * nothing can be changed, and what happens at the desk only asks for another look.
 */
export function viewingBridge(real: DesktopBridge, role: ViewedRole): DesktopBridge {
  const read = async (route: string, input: Record<string, unknown>): Promise<Result<unknown>> => {
    const asked: InputOf<'permissions.viewAs'> = { role, route, input: asText(input) };
    const result = await real.read('GET /view-as/{role}', asked);
    return result.ok ? { ok: true, value: result.value.answer } : result;
  };

  /** What would bring facts that this role may not know becomes a wish to look again. */
  function lookAgain(listener: () => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        listener();
      }, PAUSE);
    };
    const stops = [real.on('events', soon), real.on('reset', listener)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }

  const PASSED = new Set<keyof BridgeEvents>(['session', 'connection', 'preferences', 'update']);
  return {
    ...real,
    // Which route has which answer is lost on a computed name.
    read: (route, input) => read(route, input) as Promise<Result<never>>,
    write: () => Promise.resolve(NOTHING),
    upload: () => Promise.resolve(NOTHING),
    outbox: {
      state: () => Promise.resolve({ unsent: 0, held: 0, items: [] }),
      decide: () => Promise.resolve(NOTHING),
    },
    typing: () => undefined,
    viewing: () => undefined,
    on: (name, listener) => {
      if (name === 'reset') return lookAgain(() => (listener as (value: null) => void)(null));
      return PASSED.has(name) ? real.on(name, listener) : () => undefined;
    },
  };
}
