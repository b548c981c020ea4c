import { user } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import type { z } from 'zod';
import type { Result } from '../../bridge';
import type { IpcAnswer, IpcCalls, IpcChannel, IpcPush } from '../../ipc/channels';
import type { NativeCalls } from '../../ipc/nativeCalls';
import type { PaperCalls } from '../../ipc/paperCalls';
import type { ProgramCalls } from '../../ipc/programCalls';
import { attempt, fail, ok } from '../../ipc/result';
import { readOperation, writeOperation, type RoutedOperation } from '../../ipc/routes';
import type { Desk } from '../desk';
import type { PreferenceStore } from '../preferences';

export interface IpcServices {
  desk: Pick<Desk, 'session' | 'sync' | 'viewing'>;
  preferences: PreferenceStore;
  push(push: IpcPush): void;
  openLink(url: string): Promise<Result<null>>;
  saveFile(attachment: { url: string; fileName: string }): Promise<Result<null>>;
  paper: PaperHandlers;
  program: ProgramHandlers;
  native: NativeHandlers;
}

export type IpcHandlers = {
  /** @param pageId which of the console's pages asks */
  [C in IpcChannel]: (
    input: IpcCalls[C]['input'],
    pageId: number,
  ) => Promise<IpcAnswer<C>> | IpcAnswer<C>;
};

/** What main does for the calls about paper. */
export type PaperHandlers = Pick<IpcHandlers, keyof PaperCalls>;

/** What main does for the calls about the program itself. */
export type ProgramHandlers = Pick<IpcHandlers, keyof ProgramCalls>;

/** What main does for the calls about what the system does. */
export type NativeHandlers = Pick<IpcHandlers, keyof NativeCalls>;

/** Refuses an input that the operation does not take, naming the places. */
function checked(
  operation: RoutedOperation | null,
  input: Record<string, unknown>,
): { ok: false; error: ReturnType<typeof fail>['error'] } | null {
  if (operation === null) return fail('invalid_ipc', 0, { path: 'route' });
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return null;
  return fail('invalid_ipc', 0, { issues: places(parsed.error) });
}

/** Where an input is wrong and why; never what it was. */
export function places(error: z.ZodError): { path: string; message: string }[] {
  return error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

/** What main does for each call of the preload. */
export function createHandlers(services: IpcServices): IpcHandlers {
  const { desk, preferences } = services;
  const { session, sync } = desk;
  return {
    'session.state': () => ok(session.state()),
    'session.start': () => session.signIn(),
    'session.cancel': () => {
      session.cancelSignIn();
      return ok(null);
    },
    'session.signOut': async () => {
      await session.signOut();
      return ok(null);
    },
    read: async ({ route, input }) => {
      const refused = checked(readOperation(route), input);
      return refused ?? sync.call({ method: 'read', route, input });
    },
    write: async ({ route, input, key, dueAt }) => {
      const refused = checked(writeOperation(route), input);
      if (refused !== null) return refused;
      // The engine has made it; what is in it was checked against the contract.
      const result = (await sync.call({
        method: 'write',
        route,
        input,
        key,
        dueAt,
      })) as IpcAnswer<'write'>;
      const done = result.ok && result.value.state === 'done' ? result.value.value : null;
      const changed = route === 'PUT /auth/profile' ? user.safeParse(done) : null;
      if (changed?.success) session.updateUser(changed.data);
      return result;
    },
    'outbox.state': async () =>
      (await sync.call({ method: 'outbox' })) as IpcAnswer<'outbox.state'>,
    'outbox.decide': async ({ key, decision }) =>
      (await sync.call({ method: 'decide', key, decision })) as IpcAnswer<'outbox.decide'>,
    upload: async ({ uploadId, file }) => {
      if (file.bytes.byteLength > LIMITS.fileBytes) return fail('file_too_large', 413);
      const outgoing = { ...file, bytes: new Uint8Array(file.bytes) };
      const result = await sync.call({ method: 'upload', file: outgoing }, (share) =>
        services.push({ name: 'uploadProgress', value: { uploadId, share } }),
      );
      // The engine has checked it against the contract.
      return result as IpcAnswer<'upload'>;
    },
    storeSize: async () => (await sync.call({ method: 'storeSize' })) as IpcAnswer<'storeSize'>,
    saveFile: (attachment) => services.saveFile(attachment),
    typing: ({ ticketId }) => {
      sync.typing(ticketId);
      return ok(null);
    },
    viewing: ({ ticketId }, pageId) => {
      desk.viewing(ticketId, pageId);
      return ok(null);
    },
    openExternal: ({ url }) => services.openLink(url),
    'preferences.get': () => ok(preferences.get()),
    ...services.paper,
    ...services.program,
    ...services.native,
    'preferences.set': (change) => attempt(() => preferences.set(change)),
  };
}
