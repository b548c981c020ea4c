import type { StoredMessage } from '../../types';
import type { Texts } from '../app/texts';

/** One line that stands for a message in the list and in quotes. */
export function summarise(message: StoredMessage['message'], t: Texts): string {
  const { text, caption } = message;
  if (text !== undefined) return text;
  const label = kindLabel(message, t);
  return caption === undefined ? label : `${label}, ${caption}`;
}

function kindLabel(message: StoredMessage['message'], t: Texts): string {
  if (message.photo !== undefined) return `🖼 ${t.photoWord}`;
  if (message.document !== undefined) return `📎 ${message.document.file_name ?? t.file}`;
  if (message.voice !== undefined) return `🎤 ${t.voiceWord}`;
  if (message.video !== undefined) return `🎬 ${t.videoWord}`;
  if (message.audio !== undefined) return `🎵 ${message.audio.file_name ?? t.audioWord}`;
  if (message.video_note !== undefined) return `⏺ ${t.videoNoteWord}`;
  if (message.animation !== undefined) return t.animationWord;
  if (message.sticker !== undefined)
    return `${message.sticker.emoji ?? ''} ${t.stickerWord}`.trim();
  if (message.location !== undefined) return `📍 ${message.venue?.title ?? t.locationWord}`;
  if (message.contact !== undefined) return `👤 ${message.contact.first_name}`;
  if (message.dice !== undefined) return `${message.dice.emoji} ${message.dice.value}`;
  return message.poll === undefined ? '' : `📊 ${message.poll.question}`;
}
