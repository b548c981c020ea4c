import { presentAttachment } from '../../domain/attachments/attachment';
import { findReadable } from '../../domain/attachments/findReadable';
import { uploadState } from '../../domain/attachments/parts';
import type { Handlers } from '../handler';

export const attachmentHandlers = {
  'attachments.get': async (ctx, { id }) => presentAttachment(await findReadable(ctx, id)),
  'attachments.getUpload': async (ctx, { key }) => {
    const { received, attachmentId } = await uploadState(ctx, key);
    if (attachmentId === null) return { received, attachment: null };
    return { received, attachment: presentAttachment(await findReadable(ctx, attachmentId)) };
  },
} satisfies Handlers<'attachments.get' | 'attachments.getUpload'>;
