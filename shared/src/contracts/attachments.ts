import { z } from 'zod';
import { id } from './common';
import { operation } from './operation';

export const attachment = z
  .object({
    id,
    fileName: z.string(),
    size: z.number().int().describe('bytes'),
    contentType: z.string(),
    kind: z.enum(['IMAGE', 'AUDIO', 'VIDEO', 'FILE']),
    state: z
      .enum(['READY', 'FETCHING', 'FAILED', 'TOO_LARGE'])
      .describe('a file from Telegram is fetched after its message is stored'),
    width: z.number().int().nullable().describe('pixels'),
    height: z.number().int().nullable().describe('pixels'),
    url: z
      .string()
      .describe('path with a signature that lives minutes; works without a bearer token'),
    thumbnailUrl: z.string().nullable(),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachment>;

/** The file itself travels as multipart field `file`; see `server/src/http/routes/attachments.ts`. */
export const createAttachment = operation({
  id: 'attachments.create',
  method: 'POST',
  path: '/attachments',
  summary: 'Upload one file (multipart field `file`), to be named in a ticket or message later',
  access: 'person',
  input: z.strictObject({}),
  output: attachment,
  status: 201,
  errors: ['file_too_large', 'file_type_not_allowed', 'unsupported_media_type'],
});

export const getAttachment = operation({
  id: 'attachments.get',
  method: 'GET',
  path: '/attachments/{id}',
  summary: 'Describes a file and gives fresh signed addresses',
  access: 'person',
  input: z.strictObject({ id }),
  output: attachment,
  status: 200,
  errors: ['not_found'],
});
