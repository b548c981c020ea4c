import type { Request, Response } from 'express';
import { readImage } from '../text/imageSize';
import type { World } from '../world';

const playable = /^(audio|video)\/[\w.+-]+$/;

/** Bodies for the page: pictures, sound and video are shown, everything else is only downloaded. */
export function sendPageFile(
  world: World,
  fileId: string,
  request: Request,
  response: Response,
): void {
  const file = world.store.files.get(fileId);
  const body = file === undefined ? undefined : world.store.bodies.get(file.path);
  if (file === undefined || body === undefined)
    return void response.status(404).json({ error: 'There is no such file' });
  const image = readImage(body);
  const mime = file.mime ?? '';
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  const shown = image !== undefined || playable.test(mime);
  // First, because it guesses a content type from the name.
  if (!shown || request.query['download'] !== undefined)
    response.attachment(file.name ?? file.path.split('/').at(-1));
  if (image !== undefined) response.type(image.type);
  else response.setHeader('content-type', shown ? mime : 'application/octet-stream');
  response.send(body);
}
