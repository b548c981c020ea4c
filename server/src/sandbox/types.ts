/** Telegram-shaped records of the sandbox. Only the fields that a support bot meets are modelled. */

export interface SandboxPerson {
  /** Telegram user id; also the id of the private chat with the bot. Negative: a group's. */
  id: number;
  firstName: string;
  lastName?: string;
  username?: string;
  /** IETF tag as Telegram sends it in `from.language_code`. */
  languageCode: string;
  /** A group is written to by its first customer; `firstName` is its title. */
  kind: 'customer' | 'staff' | 'group';
  /** A line for the chat page: who this person is in the demo. */
  note?: string;
  /** The file that is their newest profile picture. */
  photoFileId?: string;
}

export interface TgUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface TgChat {
  id: number;
  type: 'private' | 'group';
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
}

export interface TgEntity {
  type: string;
  /** Offset and length in UTF-16 code units, as in the Bot API. */
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
}

export interface TgFile {
  file_id: string;
  file_unique_id: string;
  file_size: number;
}

export interface TgPhotoSize extends TgFile {
  width: number;
  height: number;
}

export interface TgMedia extends TgFile {
  file_name?: string;
  mime_type?: string;
  duration?: number;
  width?: number;
  height?: number;
  length?: number;
  emoji?: string;
  type?: string;
  is_animated?: boolean;
  is_video?: boolean;
  title?: string;
  performer?: string;
}

export interface TgInlineButton {
  text: string;
  url?: string;
  callback_data?: string;
  web_app?: { url: string };
  copy_text?: { text: string };
}

export interface TgInlineKeyboard {
  inline_keyboard: TgInlineButton[][];
}

export interface TgReplyButton {
  text: string;
  request_contact?: boolean;
  request_location?: boolean;
  web_app?: { url: string };
}

export interface TgReplyKeyboard {
  keyboard: TgReplyButton[][];
  is_persistent?: boolean;
  resize_keyboard?: boolean;
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
}

export interface TgMessage {
  message_id: number;
  /** Unix seconds. */
  date: number;
  edit_date?: number;
  chat: TgChat;
  from: TgUser;
  text?: string;
  entities?: TgEntity[];
  caption?: string;
  caption_entities?: TgEntity[];
  photo?: TgPhotoSize[];
  document?: TgMedia;
  voice?: TgMedia;
  video?: TgMedia;
  audio?: TgMedia;
  video_note?: TgMedia;
  sticker?: TgMedia;
  animation?: TgMedia;
  location?: { latitude: number; longitude: number };
  venue?: { title: string; address: string; location: { latitude: number; longitude: number } };
  dice?: { emoji: string; value: number };
  poll?: { id: string; question: string; options: { text: string; voter_count: number }[] };
  contact?: { phone_number: string; first_name: string; last_name?: string; user_id?: number };
  media_group_id?: string;
  reply_to_message?: TgMessage;
  quote?: { text: string; position: number; entities?: TgEntity[]; is_manual?: boolean };
  forward_origin?: { type: 'user'; date: number; sender_user: TgUser };
  forward_date?: number;
  reply_markup?: TgInlineKeyboard;
}

export interface TgReaction {
  type: 'emoji';
  emoji: string;
}

/** One update; exactly one of the payload fields is set. */
export interface TgUpdate {
  update_id: number;
  message?: TgMessage;
  edited_message?: TgMessage;
  callback_query?: {
    id: string;
    from: TgUser;
    message: TgMessage;
    chat_instance: string;
    data: string;
  };
  my_chat_member?: {
    chat: TgChat;
    from: TgUser;
    date: number;
    old_chat_member: TgChatMember;
    new_chat_member: TgChatMember;
  };
  message_reaction?: {
    chat: TgChat;
    message_id: number;
    user: TgUser;
    date: number;
    old_reaction: TgReaction[];
    new_reaction: TgReaction[];
  };
}

export type UpdateKind = Exclude<keyof TgUpdate, 'update_id'>;

export interface TgChatMember {
  user: TgUser;
  status: 'member' | 'kicked' | 'left';
  until_date?: number;
}

/** A message with what the Bot API does not show but the chat page does. */
export interface StoredMessage {
  personId: number;
  from: 'bot' | 'me';
  message: TgMessage;
  deleted?: boolean;
  /** Sent with `disable_notification`: no sound was made. */
  silent?: boolean;
  reactions: { bot: string[]; me: string[] };
}

export type FileKind =
  'photo' | 'document' | 'voice' | 'video' | 'audio' | 'video_note' | 'sticker' | 'animation';

/** A stored file; several file ids (photo sizes) may share one body on disk. */
export interface StoredFile {
  fileId: string;
  uniqueId: string;
  kind: FileKind;
  /** `file_path` of getFile, e.g. `photos/file_12.jpg`. */
  path: string;
  size: number;
  name?: string;
  mime?: string;
  width?: number;
  height?: number;
  duration?: number;
}

export interface MenuButton {
  type: 'default' | 'commands' | 'web_app';
  text?: string;
  web_app?: { url: string };
}

export interface ChatState {
  personId: number;
  started: boolean;
  blocked: boolean;
  menuButton?: MenuButton;
  replyKeyboard?: TgReplyKeyboard;
  /** Highest message id the person has looked at on the page. */
  readUpTo: number;
}

export interface WebhookState {
  url: string;
  secretToken?: string;
  maxConnections: number;
  lastErrorDate?: number;
  lastErrorMessage?: string;
}

export interface BotCommand {
  command: string;
  description: string;
}

/** Everything the bot has set about itself. */
export interface BotState {
  webhook: WebhookState | null;
  /** null = Telegram's default set (all but the opt-in kinds). */
  allowedUpdates: string[] | null;
  /** Key: `<scope>|<language or empty>`, see botApi/commands.ts. */
  commands: Record<string, BotCommand[]>;
  /** Key: `<field>|<language or empty>`. */
  texts: Record<string, string>;
  menuButton: MenuButton;
}

export interface StoredQuery {
  id: string;
  personId: number;
  messageId: number;
  data: string;
  /** Unix milliseconds. */
  at: number;
  answer?: { text?: string; showAlert: boolean; url?: string };
}
