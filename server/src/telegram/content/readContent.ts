import type { MessageExtra, MessageKind } from '@tikethet/shared/contracts';
import type { Message } from 'grammy/types';
import type { ExpectedFile } from '../../domain/attachments/expectFile';
import type { Caption } from '../../domain/telegram/chatMessages';
import { fromEntities } from '../formatting/fromEntities';
import { fileOf } from './fileOf';
import { readOther, readUnknown, type Other } from './otherContent';

/** What a person put into one Telegram message. */
export interface Content {
  kind: MessageKind;
  /** The words as the desk keeps them. */
  words: Caption;
  /** The words without any formatting. */
  text: string;
  file: ExpectedFile | null;
  extra: MessageExtra | null;
  mediaGroupId: string | null;
  /** The part of the message replied to that the person has chosen. */
  quote: string | null;
}

type Told = Pick<Content, 'kind'> & Partial<Pick<Content, 'text' | 'file' | 'extra'>>;

/** Telegram's kinds of content; what is none of them (joins, pins, …) is no content. */
function told(message: Message): Told | null {
  if (message.text !== undefined) return { kind: 'TEXT', text: message.text };
  const largest = message.photo?.at(-1);
  if (largest !== undefined) {
    const file = fileOf(largest, { kind: 'IMAGE', name: 'photo.jpg', type: 'image/jpeg' });
    return { kind: 'PHOTO', file };
  }
  return (
    toldByMedia(message) ??
    toldByPlace(message) ??
    toldByName(readOther(message) ?? readUnknown(message))
  );
}

function toldByMedia(message: Message): Told | null {
  const { animation, document, voice, audio, video, video_note: note, sticker } = message;
  // Before document: Telegram sends an animation as both.
  if (animation) {
    const type = { kind: 'VIDEO', name: 'animation.mp4', type: 'video/mp4' } as const;
    return { kind: 'ANIMATION', file: fileOf(animation, type) };
  }
  if (document) {
    const type = { kind: 'FILE', name: 'file', type: 'application/octet-stream' } as const;
    return { kind: 'DOCUMENT', file: fileOf(document, type) };
  }
  if (voice) {
    const type = { kind: 'AUDIO', name: 'voice.ogg', type: 'audio/ogg' } as const;
    return { kind: 'VOICE', file: fileOf(voice, type) };
  }
  if (audio) {
    const type = { kind: 'AUDIO', name: 'audio.mp3', type: 'audio/mpeg' } as const;
    return { kind: 'AUDIO', file: fileOf(audio, type) };
  }
  if (video) {
    const type = { kind: 'VIDEO', name: 'video.mp4', type: 'video/mp4' } as const;
    return { kind: 'VIDEO', file: fileOf(video, type) };
  }
  if (note) {
    const round = { ...note, width: note.length, height: note.length };
    const type = { kind: 'VIDEO', name: 'video-note.mp4', type: 'video/mp4' } as const;
    return { kind: 'VIDEO_NOTE', file: fileOf(round, type) };
  }
  if (sticker) {
    const extra = sticker.emoji === undefined ? {} : { emoji: sticker.emoji };
    return { kind: 'STICKER', file: fileOf(sticker, stickerFile(sticker)), extra };
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

function toldByPlace({ location, venue, contact }: Message): Told | null {
  if (location) {
    const text = venue ? [venue.title, venue.address].filter(Boolean).join('\n') : '';
    const { latitude, longitude } = location;
    return { kind: 'LOCATION', text, extra: { latitude, longitude } };
  }
  if (contact) {
    const contactName = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
    return { kind: 'CONTACT', extra: { phoneNumber: contact.phone_number, contactName } };
  }
  return null;
}

function toldByName(other: Other | null): Told | null {
  if (other === null) return null;
  const { text, extra, file } = other;
  const type = { kind: 'FILE', name: 'file', type: 'application/octet-stream' } as const;
  return { kind: 'OTHER', text, extra, file: file === null ? null : fileOf(file, type) };
}

/** What a message says, or null when it is only Telegram's own notice. */
export function readContent(message: Message): Content | null {
  const content = told(message);
  if (content === null) return null;
  const text = (content.text ?? '') || (message.caption ?? '');
  const entities = message.entities ?? message.caption_entities ?? [];
  return {
    kind: content.kind,
    words: fromEntities(text, entities),
    text,
    file: content.file ?? null,
    extra: content.extra ?? null,
    mediaGroupId: message.media_group_id ?? null,
    quote: message.quote?.text ?? null,
  };
}
