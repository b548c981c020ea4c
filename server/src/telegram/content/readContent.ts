import type { MessageExtra, MessageKind } from '@tikethet/shared/contracts';
import type { Message } from 'grammy/types';
import type { ExpectedFile } from '../../domain/attachments/expectFile';

/** What a person put into one Telegram message. */
export interface Content {
  kind: MessageKind;
  text: string;
  file: ExpectedFile | null;
  extra: MessageExtra | null;
  mediaGroupId: string | null;
}

interface TelegramFile {
  file_id: string;
  file_size?: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
}

type Told = Pick<Content, 'kind'> & Partial<Pick<Content, 'text' | 'file' | 'extra'>>;

function fileOf(
  file: TelegramFile,
  fallback: { kind: ExpectedFile['kind']; name: string; type: string },
): ExpectedFile {
  return {
    telegramFileId: file.file_id,
    fileName: file.file_name ?? fallback.name,
    size: file.file_size ?? 0,
    contentType: file.mime_type ?? fallback.type,
    kind: fallback.kind,
    ...(file.width === undefined ? {} : { width: file.width }),
    ...(file.height === undefined ? {} : { height: file.height }),
  };
}

/** Telegram's kinds of content; what is none of them (joins, pins, …) is no content. */
function told(message: Message): Told | null {
  if (message.text !== undefined) return { kind: 'TEXT', text: message.text };
  if (message.photo !== undefined) {
    const largest = message.photo.at(-1);
    if (largest === undefined) return null;
    const file = fileOf(largest, { kind: 'IMAGE', name: 'photo.jpg', type: 'image/jpeg' });
    return { kind: 'PHOTO', file };
  }
  // Before document: Telegram sends an animation as both.
  if (message.animation !== undefined) {
    const file = fileOf(message.animation, {
      kind: 'VIDEO',
      name: 'animation.mp4',
      type: 'video/mp4',
    });
    return { kind: 'ANIMATION', file };
  }
  if (message.document !== undefined) {
    const file = fileOf(message.document, {
      kind: 'FILE',
      name: 'file',
      type: 'application/octet-stream',
    });
    return { kind: 'DOCUMENT', file };
  }
  return toldByMedia(message) ?? toldWithoutFile(message);
}

function toldByMedia(message: Message): Told | null {
  const { voice, audio, video, video_note: note, sticker } = message;
  if (voice) {
    const file = fileOf(voice, { kind: 'AUDIO', name: 'voice.ogg', type: 'audio/ogg' });
    return { kind: 'VOICE', file };
  }
  if (audio) {
    const file = fileOf(audio, { kind: 'AUDIO', name: 'audio.mp3', type: 'audio/mpeg' });
    return { kind: 'AUDIO', file };
  }
  if (video) {
    const file = fileOf(video, { kind: 'VIDEO', name: 'video.mp4', type: 'video/mp4' });
    return { kind: 'VIDEO', file };
  }
  if (note) {
    const side = { width: note.length, height: note.length };
    const file = fileOf(
      { ...note, ...side },
      { kind: 'VIDEO', name: 'video-note.mp4', type: 'video/mp4' },
    );
    return { kind: 'VIDEO_NOTE', file };
  }
  if (sticker) {
    const file = fileOf(sticker, stickerFile(sticker));
    const extra = sticker.emoji === undefined ? {} : { emoji: sticker.emoji };
    return { kind: 'STICKER', file, extra };
  }
  return null;
}

function stickerFile(sticker: { is_animated: boolean; is_video: boolean }) {
  if (sticker.is_animated) {
    return { kind: 'FILE', name: 'sticker.tgs', type: 'application/x-tgsticker' } as const;
  }
  if (sticker.is_video) return { kind: 'VIDEO', name: 'sticker.webm', type: 'video/webm' } as const;
  return { kind: 'IMAGE', name: 'sticker.webp', type: 'image/webp' } as const;
}

function toldWithoutFile(message: Message): Told | null {
  const { location, venue, contact, poll, dice, story, game, invoice } = message;
  if (location) {
    const text = venue ? [venue.title, venue.address].filter(Boolean).join('\n') : '';
    const { latitude, longitude } = location;
    return { kind: 'LOCATION', text, extra: { latitude, longitude } };
  }
  if (contact) {
    const contactName = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
    return { kind: 'CONTACT', extra: { phoneNumber: contact.phone_number, contactName } };
  }
  if (dice) return { kind: 'OTHER', extra: { emoji: dice.emoji } };
  if (poll) {
    const options = poll.options.map((option) => `• ${option.text}`);
    return { kind: 'OTHER', text: [poll.question, ...options].join('\n'), extra: {} };
  }
  if (game) return { kind: 'OTHER', text: game.title, extra: {} };
  if (invoice) return { kind: 'OTHER', text: invoice.title, extra: {} };
  if (story || message.paid_media || message.checklist) return { kind: 'OTHER', extra: {} };
  return null;
}

/** What a message says, or null when it is only Telegram's own notice. */
export function readContent(message: Message): Content | null {
  const content = told(message);
  if (content === null) return null;
  return {
    kind: content.kind,
    text: (content.text ?? message.caption ?? '').trim(),
    file: content.file ?? null,
    extra: content.extra ?? null,
    mediaGroupId: message.media_group_id ?? null,
  };
}
