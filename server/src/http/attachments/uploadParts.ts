import { writeFile } from 'node:fs/promises';
import { operations, type OutputOf } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import { PART_BYTES } from '@tikethet/shared/tickets';
import { raw, Router, type RequestHandler } from 'express';
import { presentAttachment } from '../../domain/attachments/attachment';
import { requireUploadRoom } from '../../domain/attachments/createUpload';
import { findReadable } from '../../domain/attachments/findReadable';
import { finishUpload, stageParts } from '../../domain/attachments/joinParts';
import { closePart, openPart, partKeys, uploadState } from '../../domain/attachments/parts';
import { dropStored, receiveUpload } from '../../domain/attachments/receiveFile';
import { signAttachments } from '../../domain/attachments/signUrls';
import type { Actor } from '../../domain/context';
import { requireRoom } from '../../domain/limits/spend';
import { toValidationError } from '../errors';
import { actorOf } from '../request';
import type { UploadDeps } from './upload';

type State = OutputOf<'attachments.putPart'>;

/** `PUT /uploads/{key}`: one part of a file; the last one makes an attachment of all of them. */
export function uploadParts(deps: UploadDeps): Router {
  const { desk, services } = deps;
  const { storage, links } = services;

  async function store(actor: Actor, key: string, query: unknown, body: Buffer): Promise<State> {
    const parsed = operations['attachments.putPart'].input.safeParse({
      ...(query as Record<string, unknown>),
      key,
    });
    if (!parsed.success) throw toValidationError(parsed.error);
    const { name: fileName, size, offset } = parsed.data;
    const part = { key, fileName, size, offset, bytes: body.length };
    // Nothing, at the end: all parts are here, but the last answer was lost before its work was done.
    if (body.length > 0) await keepPart(actor, part, body);
    const state = await desk.run(actor, (ctx) => uploadState(ctx, key));
    const { received, attachmentId } = state;
    if (attachmentId !== null) {
      const known = await desk.run(actor, (ctx) => findReadable(ctx, attachmentId));
      return { received, attachment: presentAttachment(known) };
    }
    if (received < size) return { received, attachment: null };
    return { received, attachment: await finish(actor, key, fileName) };
  }

  async function keepPart(
    actor: Actor,
    part: Parameters<typeof openPart>[1],
    body: Buffer,
  ): Promise<void> {
    if (part.offset === 0) await desk.run(actor, requireUploadRoom);
    const { storageKey, replaced } = await desk.run(actor, (ctx) => openPart(ctx, part));
    if (replaced !== null) await storage.remove(replaced);
    const staged = await storage.stage();
    await writeFile(staged, body, { flag: 'wx', mode: 0o600 });
    await storage.put(storageKey, staged);
    const isOurs = await desk.run(actor, (ctx) => closePart(ctx, storageKey, part.key));
    if (!isOurs) await storage.remove(storageKey);
  }

  async function finish(actor: Actor, key: string, name: string) {
    const keys = await desk.run(actor, (ctx) => partKeys(ctx, key));
    const file = await receiveUpload(storage, await stageParts(storage, keys), name);
    try {
      const done = await desk.run(actor, async (ctx) => {
        if (actor.person?.role === 'USER') {
          await requireRoom(ctx, deps.limitFactor, actor.person.id, 'files');
          await requireRoom(ctx, deps.limitFactor, actor.person.id, 'bytes', file.size);
        }
        return finishUpload(ctx, key, file);
      });
      if (!done.isNew) await dropStored(storage, file);
      for (const spent of done.spent) await storage.remove(spent);
      return presentAttachment(done.attachment);
    } catch (error) {
      await dropStored(storage, file);
      throw error;
    }
  }

  const put: RequestHandler<{ key: string }> = async (request, response) => {
    const actor = actorOf(response);
    const { person } = actor;
    if (person === null) throw new AppError('unauthorized');
    const isOther = Number(request.headers['content-length'] ?? 0) > 0;
    const given: unknown = request.body;
    if (!Buffer.isBuffer(given) && isOther) throw new AppError('unsupported_media_type');
    const body = Buffer.isBuffer(given) ? given : Buffer.alloc(0);
    const state = await store(actor, request.params.key, request.query, body);
    const subject = isStaff(person.role) ? 'staff' : (`customer:${person.id}` as const);
    response.status(200).json(signAttachments(state, links, subject));
  };

  const router = Router({ caseSensitive: true });
  router.put('/uploads/:key', raw({ type: 'application/octet-stream', limit: PART_BYTES }), put);
  return router;
}
