import { InputFile } from 'grammy';
import { LIMITS } from '@tikethet/shared/tickets';
import type { Attachment } from '../../domain/attachments/attachment';
import type { Message } from '../../domain/conversations/message';
import type { FileStore } from '../../storage/fileStore';

export type MediaType =
  'photo' | 'video' | 'audio' | 'document' | 'animation' | 'voice' | 'video_note' | 'sticker';

export interface Media {
  type: MediaType;
  attachment: Attachment;
  /** Sent from the desk's own store, although Telegram has it. */
  fresh: boolean;
}

/** Telegram's limits for what it shows as a photo: the sum of its sides, and their ratio. */
const PHOTO_SIDES = 10_000;
const PHOTO_RATIO = 20;
const ALBUM_SIZE = 10;

/** What cannot carry a caption. */
const WITHOUT_CAPTION = new Set<MediaType>(['sticker', 'video_note']);
/** Types that may share an album. */
const ALBUMS: Partial<Record<MediaType, string>> = {
  photo: 'pictures',
  video: 'pictures',
  document: 'documents',
  audio: 'audio',
};

const BY_KIND: Partial<Record<Message['kind'], MediaType>> = {
  AUDIO: 'audio',
  VOICE: 'voice',
  VIDEO_NOTE: 'video_note',
  ANIMATION: 'animation',
  STICKER: 'sticker',
};

function isPhoto({ contentType, size, width, height }: Attachment): boolean {
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(contentType)) return false;
  if (size > LIMITS.imageBytes || width === null || height === null) return false;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  return width + height <= PHOTO_SIDES && ratio <= PHOTO_RATIO;
}

function byContent(attachment: Attachment): MediaType {
  if (isPhoto(attachment)) return 'photo';
  if (attachment.contentType === 'video/mp4') return 'video';
  if (attachment.contentType === 'audio/mpeg') return 'audio';
  return 'document';
}

function typeOf(attachment: Attachment, kind: Message['kind']): MediaType {
  if (attachment.telegramFileId === null) return byContent(attachment);
  // A file that came from Telegram goes back as what it was; albums mix pictures and videos.
  if (kind === 'PHOTO' || kind === 'VIDEO') return attachment.kind === 'VIDEO' ? 'video' : 'photo';
  return BY_KIND[kind] ?? 'document';
}

/** The files of a message in groups: each is one call, several of a kind are an album. */
export function groupMedia(attachments: readonly Attachment[], kind: Message['kind']): Media[][] {
  const groups: Media[][] = [];
  for (const attachment of attachments) {
    const media = { type: typeOf(attachment, kind), attachment, fresh: false };
    const album = ALBUMS[media.type];
    const group = groups.find(
      ([first, ...rest]) =>
        album !== undefined &&
        first !== undefined &&
        ALBUMS[first.type] === album &&
        rest.length + 1 < ALBUM_SIZE,
    );
    if (group) group.push(media);
    else groups.push([media]);
  }
  return groups;
}

export function takesCaption(group: readonly Media[]): boolean {
  const [only] = group;
  return group.length === 1 && only !== undefined && !WITHOUT_CAPTION.has(only.type);
}

/** Telegram cannot make a picture, video or voice message of it, or the reader takes none. */
const NOT_AS_THIS =
  /PHOTO_|IMAGE_PROCESS_FAILED|too big for a photo|VIDEO_|VOICE_MESSAGES_FORBIDDEN|restricted receiving/i;
/** An id that this bot may not use: of another bot, or forgotten by Telegram. */
const UNKNOWN_ID =
  /wrong (remote )?file|wrong file_id|file identifier|FILE_REFERENCE|can't use file of type|FILE_ID_INVALID/i;

/**
 * Another way to send a group that Telegram has refused: as plain files, or from the desk's own
 * store. null: there is none.
 */
export function otherWay(group: readonly Media[], refusal: string): Media[] | null {
  const stored = group.every(({ attachment }) => attachment.storageKey !== null);
  const asFiles = group.every(({ type }) => type === 'document');
  if (NOT_AS_THIS.test(refusal) && stored && !asFiles) {
    return group.map((media) => ({ ...media, type: 'document', fresh: true }));
  }
  const fresh = group.every((media) => media.fresh || media.attachment.telegramFileId === null);
  if (UNKNOWN_ID.test(refusal) && stored && !fresh) {
    return group.map((media) => ({ ...media, type: byContent(media.attachment), fresh: true }));
  }
  return null;
}

/** A file as Telegram takes it: by its own id when it came from there, else uploaded. */
function sourceOf(store: FileStore, { attachment, fresh }: Media): string | InputFile {
  const { telegramFileId, storageKey, fileName } = attachment;
  if (telegramFileId !== null && !fresh) return telegramFileId;
  if (storageKey === null) throw new Error(`attachment ${attachment.id} has no file`);
  return new InputFile(() => store.read(storageKey), fileName);
}

const METHODS: Record<MediaType, string> = {
  photo: 'sendPhoto',
  video: 'sendVideo',
  audio: 'sendAudio',
  document: 'sendDocument',
  animation: 'sendAnimation',
  voice: 'sendVoice',
  video_note: 'sendVideoNote',
  sticker: 'sendSticker',
};

/** Method and parameters that send a group. */
export function mediaCall(
  store: FileStore,
  group: readonly Media[],
): { method: string; params: () => Record<string, unknown> } {
  const [only] = group;
  if (group.length === 1 && only !== undefined) {
    return {
      method: METHODS[only.type],
      params: () => ({ [only.type]: sourceOf(store, only) }),
    };
  }
  return {
    method: 'sendMediaGroup',
    params: () => ({
      media: group.map((media) => ({ type: media.type, media: sourceOf(store, media) })),
    }),
  };
}
