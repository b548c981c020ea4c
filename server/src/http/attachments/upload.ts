import { AppError } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import { Router } from 'express';
import { presentAttachment } from '../../domain/attachments/attachment';
import { createUpload, requireUploadRoom } from '../../domain/attachments/createUpload';
import { dropStored, receiveUpload, type StoredFile } from '../../domain/attachments/receiveFile';
import { signAttachments } from '../../domain/attachments/signUrls';
import type { Actor } from '../../domain/context';
import type { Desk } from '../../domain/desk';
import { requireRoom } from '../../domain/limits/spend';
import { hashRequest, once, type Answer } from '../idempotency';
import { actorOf, keyOf } from '../request';
import type { Services } from '../services';
import { MultipartReader } from './readMultipart';
import { uploadParts } from './uploadParts';

export interface UploadDeps {
  desk: Desk;
  services: Services;
  /** Multiplies what a customer may upload; 0: without limits. */
  limitFactor: number;
}

/** `POST /`: one file as multipart field `file`; files in parts beside it. Expects the caller in `response.locals.actor`. */
export function attachmentUpload({ desk, services, limitFactor }: UploadDeps): Router {
  const { storage, links } = services;
  const reader = new MultipartReader(storage);
  const router = Router({ caseSensitive: true });
  router.post('/', async (request, response) => {
    const actor = actorOf(response);
    if (actor.person === null) throw new AppError('unauthorized');
    const key = keyOf(request);
    await desk.run(actor, requireUploadRoom);
    const staged = await reader.read(request, response);
    const file = await receiveUpload(storage, staged.path, staged.name);
    const answer = await record(desk, actor, file, { key, limitFactor }).catch(
      async (error: unknown) => {
        await dropStored(storage, file);
        throw error;
      },
    );
    if (!answer.isNew) await dropStored(storage, file);
    const subject = isStaff(actor.person.role) ? 'staff' : (`customer:${actor.person.id}` as const);
    response.status(answer.status).json(signAttachments(answer.body, links, subject));
  });
  router.use(uploadParts({ desk, services, limitFactor }));
  return router;
}

/** Makes the upload known, once per idempotency key: the same file again gives the first answer. */
async function record(
  desk: Desk,
  actor: Actor,
  file: StoredFile,
  { key, limitFactor }: { key: string | null; limitFactor: number },
): Promise<Answer & { isNew: boolean }> {
  return desk.run(actor, async (ctx) => {
    let isNew = false;
    const work = async (): Promise<Answer> => {
      isNew = true;
      if (actor.person?.role === 'USER') {
        await requireRoom(ctx, limitFactor, actor.person.id, 'files');
        await requireRoom(ctx, limitFactor, actor.person.id, 'bytes', file.size);
      }
      return { status: 201, body: presentAttachment(await createUpload(ctx, file)) };
    };
    if (key === null || actor.person === null) return { ...(await work()), isNew };
    const hash = hashRequest('attachments.create', { name: file.fileName, sha256: file.sha256 });
    const answer = await once(ctx, actor.person.id, { key, hash }, work);
    return { ...answer, isNew };
  });
}
