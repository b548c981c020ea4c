import type { InlineKeyboardMarkup } from 'grammy/types';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import type { FileStore } from '../../storage/fileStore';
import { lengthOf, type Formatted, type Run } from '../formatting/formatted';
import { BOLD, fromContent } from '../formatting/fromContent';
import { CAPTION_LIMIT, splitFormatted, TEXT_LIMIT } from '../formatting/split';
import { messageKeyboard } from '../keyboards';
import type { TelegramSettings } from '../settings';
import { CannotSend } from './call';
import { groupMedia, takesCaption, type Media } from './media';
import { placeOf, type Place } from './place';

export interface RenderDeps {
  settings: TelegramSettings;
  storage: FileStore;
}

/** How a message of the desk looks in a chat. */
export interface MessageView {
  groups: Media[][];
  place: Place | null;
  /** Header and text, cut into what Telegram takes; `captioned`: the first is the file's caption. */
  parts: Run[][];
  captioned: boolean;
  /** Calls that come before those of the text. */
  ahead: number;
  /** Below the last part. */
  keyboard: InlineKeyboardMarkup | undefined;
}

/** @throws CannotSend when the message or its ticket is gone */
export function viewMessage(deps: RenderDeps, material: DeliveryMaterial): MessageView {
  const { ticket, message, language } = material;
  if (ticket === null || message === null || message.deletedAt !== null) {
    throw new CannotSend('deleted before it was sent', 'deleted');
  }
  const header = { text: `#${ticket.number} · ${material.authorName}`, tags: [BOLD] };
  const place = placeOf(message);
  const body = place === null ? fromContent(message.content, message.format) : [];
  const text: Formatted =
    lengthOf(body) === 0 ? [header] : [header, { text: '\n', tags: [] }, ...body];
  const files = material.attachments.filter(
    (file) => file.telegramFileId !== null || file.storageKey !== null,
  );
  const groups = groupMedia(files, message.kind);
  const [only] = groups;
  // Buttons stand under the last part, which an album cannot be.
  const captioned = groups.length === 1 && only !== undefined && takesCaption(only);
  return {
    groups,
    place,
    parts: splitFormatted(text, TEXT_LIMIT, captioned ? CAPTION_LIMIT : TEXT_LIMIT),
    captioned,
    ahead: groups.length + (place === null ? 0 : 1),
    keyboard: messageKeyboard(deps.settings, language, ticket),
  };
}
