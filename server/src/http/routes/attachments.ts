import { presentAttachment } from '../../domain/attachments/attachment';
import { findReadable } from '../../domain/attachments/findReadable';
import type { Handlers } from '../handler';

export const attachmentHandlers = {
  'attachments.get': async (ctx, { id }) => presentAttachment(await findReadable(ctx, id)),
} satisfies Handlers<'attachments.get'>;
