import type { Attachment as AttachmentResource } from '@tikethet/shared/contracts';
import { BaseModel } from '../../db/model';

export class Attachment extends BaseModel {
  static override tableName = 'attachments';

  declare id: string;
  declare uploaderId: string | null;
  declare messageId: string | null;
  declare ordinal: number;
  declare fileName: string;
  /** Bytes. */
  declare size: number;
  declare contentType: string;
  declare kind: 'IMAGE' | 'AUDIO' | 'VIDEO' | 'FILE';
  declare state: 'READY' | 'FETCHING' | 'FAILED' | 'TOO_LARGE';
  declare width: number | null;
  declare height: number | null;
  /** null until the file is here. */
  declare storageKey: string | null;
  declare thumbnailKey: string | null;
  declare sha256: string | null;
  declare telegramFileId: string | null;
  /** A file that came too fast is fetched from Telegram later. */
  declare fetchAfter: Date | null;
  declare telegramUniqueId: string | null;
  declare createdAt: Date;
}

/**
 * An attachment as the API shows it, except that its addresses are bare paths: whoever hands it
 * out signs them (`signUrls.ts`), because a signature lives minutes and events are kept for weeks.
 */
export function presentAttachment(attachment: Attachment): AttachmentResource {
  const base = `/api/v1/attachments/${attachment.id}`;
  return {
    id: attachment.id,
    fileName: attachment.fileName,
    size: attachment.size,
    contentType: attachment.contentType,
    kind: attachment.kind,
    state: attachment.state,
    width: attachment.width,
    height: attachment.height,
    url: `${base}/content`,
    thumbnailUrl: attachment.thumbnailKey === null ? null : `${base}/thumbnail`,
  };
}
