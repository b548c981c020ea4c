import sharp from 'sharp';
import { writeAvatar } from '../domain/attachments/images/writeAvatar';
import { newFileKey } from '../storage/fileKey';
import type { TestApi } from './testApi';

/** Gives a person a picture, as if it had come from Telegram. @returns its address for staff */
export async function givePicture(api: TestApi, userId: string): Promise<string> {
  const key = newFileKey();
  const staged = await api.storage.stage();
  const plain = { width: 300, height: 200, channels: 3 as const, background: '#c2410c' };
  await writeAvatar(await sharp({ create: plain }).png().toBuffer(), staged);
  await api.storage.put(key, staged);
  const picture = { avatar_key: key, avatar_unique_id: key };
  await api.db('users').where({ id: userId }).update(picture);
  return `/api/v1/avatars/${userId}/${key.slice(0, 16)}`;
}
