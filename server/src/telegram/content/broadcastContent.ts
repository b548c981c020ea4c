import type { Message, MessageEntity } from 'grammy/types';
import type { BroadcastEntity, BroadcastFile } from '../../domain/broadcasts/broadcast';

/** What a broadcast is made of, as it was written in Telegram. */
export interface BroadcastContent {
  content: string;
  entities: BroadcastEntity[];
  file: BroadcastFile | null;
}

/** Formatting that a bot may use; Telegram finds links, mentions and hashtags by itself. */
const KEPT = new Set<MessageEntity['type']>([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
]);

function fileOf(message: Message): BroadcastFile | null {
  const photo = message.photo?.at(-1);
  if (photo) return { type: 'photo', fileId: photo.file_id, fileName: 'photo.jpg' };
  const { video, animation, document } = message;
  if (video) {
    return { type: 'video', fileId: video.file_id, fileName: video.file_name ?? 'video.mp4' };
  }
  // Before document: Telegram sends an animation as both.
  if (animation) {
    const fileName = animation.file_name ?? 'animation.mp4';
    return { type: 'animation', fileId: animation.file_id, fileName };
  }
  if (document) {
    return { type: 'document', fileId: document.file_id, fileName: document.file_name ?? 'file' };
  }
  return null;
}

/** Reads a message as the content of a broadcast; null: it holds something else. */
export function readBroadcast(message: Message): BroadcastContent | null {
  const file = fileOf(message);
  const content = message.text ?? message.caption ?? '';
  const isAlbum = message.media_group_id !== undefined;
  if (isAlbum || (file === null && message.text === undefined)) return null;
  const entities = (message.entities ?? message.caption_entities ?? [])
    .filter((entity) => KEPT.has(entity.type))
    .map((entity) => ({ ...entity }));
  return { content, entities, file };
}
