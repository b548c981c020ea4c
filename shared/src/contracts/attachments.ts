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

/** The writer's own name of an upload in parts, unique to the person. */
const uploadKey = z.string().regex(/^[\w:.-]{1,200}$/);
const uploadProgress = z.object({
  received: z.number().int().describe('bytes that need not be sent again'),
  attachment: attachment.nullable().describe('what it has become, once all of it is there'),
});

export const getUpload = operation({
  id: 'attachments.getUpload',
  method: 'GET',
  path: '/attachments/uploads/{key}',
  summary: 'Where an upload in parts stands; one that is not known has nothing received',
  access: 'person',
  input: z.strictObject({ key: uploadKey }),
  output: uploadProgress,
  status: 200,
  errors: [],
});

/** The part itself is the body, `application/octet-stream`; the rest travels in the query. */
export const putPart = operation({
  id: 'attachments.putPart',
  method: 'PUT',
  path: '/attachments/uploads/{key}',
  summary: 'Upload the next part of a file; the last one makes an attachment of all of them',
  access: 'person',
  input: z.strictObject({
    key: uploadKey,
    name: z.string().min(1).max(1_000),
    size: z.coerce.number().int().min(1).describe('bytes of the whole file'),
    offset: z.coerce.number().int().min(0).describe('where this part begins; a 409 tells where'),
  }),
  output: uploadProgress,
  status: 200,
  errors: [
    'conflict',
    'file_too_large',
    'file_type_not_allowed',
    'idempotency_mismatch',
    'unsupported_media_type',
  ],
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
