import { AppError } from '@tikethet/shared/errors';
import { Router } from 'express';
import type { Actor } from '../domain/context';
import type { Desk } from '../domain/desk';
import { seeAvatar } from '../domain/people/seeAvatar';
import { sendSmall } from './attachments/sendSmall';
import type { Services } from './services';

/** Where the router is mounted. */
export const AVATARS = '/api/v1/avatars';

export interface AvatarDeps {
  desk: Desk;
  services: Services;
  /** Who a bearer token belongs to. @throws AppError when it is not valid now */
  authenticate: (token: string) => Promise<Actor>;
}

/** `GET /:id/:mark`: the pictures of people, as `avatarUrl` names them, by bearer token. */
export function avatarFiles({ desk, services, authenticate }: AvatarDeps): Router {
  const router = Router({ caseSensitive: true });
  router.get('/:id/:mark', async (request, response) => {
    const { id, mark } = request.params;
    const bearer = /^Bearer (\S{1,4096})$/i.exec(request.header('authorization') ?? '')?.[1];
    if (bearer === undefined) throw new AppError('unauthorized');
    const actor = await authenticate(bearer);
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new AppError('not_found', { resource: 'file' });
    const key = await desk.run(actor, (ctx) => seeAvatar(ctx, id, `${AVATARS}/${id}/${mark}`));
    await sendSmall(request, response, services.storage, { key, name: 'avatar' });
  });
  return router;
}
