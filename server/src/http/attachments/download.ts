import { AppError } from '@tikethet/shared/errors';
import { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { isShownInline } from '../../domain/attachments/fileTypes';
import type { Attachment } from '../../domain/attachments/attachment';
import { findBySubject, findReadable } from '../../domain/attachments/findReadable';
import { SYSTEM, type Actor } from '../../domain/context';
import type { Desk } from '../../domain/desk';
import { toValidationError } from '../errors';
import type { Services } from '../services';
import { sendSmall } from './sendSmall';
import { sendStored } from './sendStored';

export interface DownloadDeps {
  desk: Desk;
  services: Services;
  /** Who a bearer token belongs to. @throws AppError when it is not valid now */
  authenticate: (token: string) => Promise<Actor>;
}

const params = z.object({ id: z.uuid() });

/**
 * `GET /:id/content` and `GET /:id/thumbnail`: by the signature in the address or by bearer token.
 * Mounted under `/api/v1/attachments`, before authentication.
 */
export function attachmentDownload(deps: DownloadDeps): Router {
  const router = Router({ caseSensitive: true });
  router.get('/:id/content', serve(deps, 'content'));
  router.get('/:id/thumbnail', serve(deps, 'thumbnail'));
  return router;
}

function serve(deps: DownloadDeps, part: 'content' | 'thumbnail'): RequestHandler {
  const { storage } = deps.services;
  return async (request, response) => {
    const parsed = params.safeParse(request.params);
    if (!parsed.success) throw toValidationError(parsed.error);
    const id = parsed.data.id.toLowerCase();
    const attachment = await authorised(deps, request, id, part);
    if (part === 'thumbnail') {
      const { thumbnailKey: key, fileName: name } = attachment;
      await sendSmall(request, response, storage, { key, name });
      return;
    }
    await sendStored(request, response, storage, {
      key: attachment.storageKey,
      contentType: attachment.contentType,
      fileName: attachment.fileName,
      inline: isShownInline(attachment.contentType),
    });
  };
}

async function authorised(
  { desk, services, authenticate }: DownloadDeps,
  request: Request,
  id: string,
  part: 'content' | 'thumbnail',
): Promise<Attachment> {
  const bearer = /^Bearer (\S{1,4096})$/i.exec(request.header('authorization') ?? '')?.[1];
  if (request.query.sig === undefined) {
    if (bearer === undefined) throw new AppError('unauthorized');
    const actor = await authenticate(bearer);
    return desk.run(actor, (ctx) => findReadable(ctx, id));
  }
  const subject = services.links.verify(`/api/v1/attachments/${id}/${part}`, request.query);
  return desk.run(SYSTEM, (ctx) => findBySubject(ctx, id, subject));
}
