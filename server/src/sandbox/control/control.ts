import { setTimeout as pause } from 'node:timers/promises';
import { TelegramApiError } from '../botApi/apiError';
import type { CallLog, LoggedCall } from '../botApi/callLog';
import { commandsFor } from '../botApi/commands';
import type { Fault, Faults, Outage } from '../botApi/faults';
import { menuButtonFor } from '../botApi/infoMethods';
import { createInitData, type InitDataOptions } from '../initData';
import type {
  BotCommand,
  FileKind,
  MenuButton,
  SandboxPerson,
  StoredMessage,
  StoredQuery,
  TgEntity,
  TgMessage,
  TgReplyKeyboard,
} from '../types';
import { storeFile } from '../state/files';
import { withChat, type World } from '../world';
import * as act from './act';
import type { PersonFile, SendOptions } from './act';

type Bytes = Uint8Array;
type Captioned = SendOptions & { caption?: string };
type Named = Captioned & { fileName?: string; mimeType?: string };
type Timed = Captioned & { duration?: number };

/** Acts as the people of the sandbox and looks at what the bot did. Used by tests and by the page. */
export class SandboxControl {
  constructor(
    private readonly world: World,
    private readonly faults: Faults,
    private readonly callLog: CallLog,
  ) {}

  people(): SandboxPerson[] {
    return [...this.world.store.people.values()];
  }

  addPerson(person: SandboxPerson): void {
    this.world.store.commit({ k: 'person', v: person });
  }

  /** Gives a person a profile picture, or takes it away. */
  setPhoto(personId: number, body: Buffer | null): void {
    const { store } = this.world;
    const person = store.people.get(personId);
    if (person === undefined) throw new Error(`Nobody has the id ${personId}`);
    const photoFileId =
      body === null ? undefined : storeFile(store, { body, kind: 'photo' }).fileId;
    store.commit({ k: 'person', v: { ...person, photoFileId } });
  }

  /** Adds the bot to a group. */
  join(groupId: number): void {
    act.setBlocked(this.world, groupId, false);
  }

  /** Removes the bot from a group. */
  leave(groupId: number): void {
    act.setBlocked(this.world, groupId, true);
  }

  /** People who pressed Start long ago: the bot may write to them, and hears nothing of it. */
  addAcquaintances(people: readonly SandboxPerson[]): void {
    const { store } = this.world;
    store.commit(...people.map((person) => ({ k: 'person', v: person }) as const));
    store.commit(...people.map(({ id }) => withChat(store, id, { started: true })));
  }

  /** Presses Start: unblocks when needed and sends `/start` with the payload of a deep link. */
  start(personId: number, payload?: string): TgMessage {
    this.unblock(personId);
    return this.sendText(personId, payload === undefined ? '/start' : `/start ${payload}`);
  }

  sendText(
    personId: number,
    text: string,
    options: SendOptions & { entities?: TgEntity[] } = {},
  ): TgMessage {
    return this.one(personId, act.textContent(text, options.entities), options);
  }

  /** One picture, or several as an album. */
  sendPhoto(personId: number, pictures: Bytes[], options: Captioned = {}): TgMessage[] {
    const files = pictures.map((picture) => ({ body: Buffer.from(picture) }));
    return this.sendFiles(personId, 'photo', files, options);
  }

  sendDocument(personId: number, bytes: Bytes, options: Named = {}): TgMessage {
    const file = {
      body: Buffer.from(bytes),
      name: options.fileName ?? 'file.bin',
      mime: options.mimeType,
    };
    const [message] = this.sendFiles(personId, 'document', [file], options);
    return must(message);
  }

  /** Pictures or documents with their names; several become an album. */
  sendFiles(
    personId: number,
    kind: 'photo' | 'document',
    files: PersonFile[],
    options: Captioned = {},
  ): TgMessage[] {
    const contents = act.filesContent(this.world, kind, files, options.caption);
    return act.post(this.world, personId, contents, options);
  }

  sendVoice(personId: number, bytes: Bytes, options: Timed = {}): TgMessage {
    return this.media(personId, 'voice', bytes, options, { duration: options.duration ?? 3 });
  }

  sendVideo(personId: number, bytes: Bytes, options: Timed & Named = {}): TgMessage {
    return this.media(personId, 'video', bytes, options, { duration: options.duration ?? 5 });
  }

  sendVideoNote(personId: number, bytes: Bytes, options: Timed = {}): TgMessage {
    return this.media(personId, 'video_note', bytes, options, { duration: options.duration ?? 5 });
  }

  sendSticker(personId: number, bytes: Bytes, options: SendOptions & { emoji?: string } = {}) {
    return this.media(personId, 'sticker', bytes, options, {
      emoji: options.emoji ?? '👍',
      type: 'regular',
      is_animated: false,
      is_video: false,
    });
  }

  sendLocation(personId: number, latitude: number, longitude: number, options: SendOptions = {}) {
    return this.one(personId, { location: { latitude, longitude } }, options);
  }

  /** Any content as Telegram would bring it: venues, dice, polls, what is yet to be invented. */
  sendContent(personId: number, content: act.PersonContent, options: SendOptions = {}): TgMessage {
    return this.one(personId, content, options);
  }

  /** Pictures and videos in one album, each with its own caption. */
  sendAlbum(
    personId: number,
    items: { kind: 'photo' | 'video' | 'document'; bytes: Bytes; caption?: string }[],
    options: SendOptions = {},
  ): TgMessage[] {
    return act.post(this.world, personId, act.albumContent(this.world, items), options);
  }

  sendAudio(personId: number, bytes: Bytes, options: Timed & Named = {}): TgMessage {
    return this.media(personId, 'audio', bytes, options, { duration: options.duration ?? 60 });
  }

  /** Telegram describes an animation as a document as well. */
  sendAnimation(personId: number, bytes: Bytes, options: Timed & Named = {}): TgMessage {
    return this.media(personId, 'animation', bytes, options, { duration: options.duration ?? 2 });
  }

  /** Puts another picture in the place of the one sent before. */
  replacePhoto(personId: number, messageId: number, picture: Bytes): TgMessage {
    return act.replacePhoto(this.world, personId, messageId, Buffer.from(picture));
  }

  /** Without a contact the person sends their own. */
  sendContact(personId: number, contact?: TgMessage['contact'], options: SendOptions = {}) {
    const self = act.person(this.world, personId);
    const own = {
      phone_number: `+7900${String(personId).slice(-7).padStart(7, '0')}`,
      first_name: self.firstName,
      user_id: personId,
    };
    return this.one(personId, { contact: contact ?? own }, options);
  }

  editText(
    personId: number,
    messageId: number,
    text: string,
    entities: TgEntity[] = [],
  ): TgMessage {
    return act.edit(this.world, personId, messageId, text, entities);
  }

  pressButton(personId: number, messageId: number, callbackData: string): StoredQuery {
    return act.press(this.world, personId, messageId, callbackData);
  }

  /** Gives a message a button that the bot never put there, as a tampered client could press it. */
  forgeButton(personId: number, messageId: number, callbackData: string): void {
    const stored = act.personMessage(this.world, personId, messageId);
    const button = { text: '?', callback_data: callbackData };
    const message = { ...stored.message, reply_markup: { inline_keyboard: [[button]] } };
    this.world.store.commit({ k: 'message', v: { ...stored, message } });
  }

  /** Resolves with the bot's answer to a pressed button; rejects after `timeoutMs`. */
  async waitForAnswer(queryId: string, timeoutMs = 5_000) {
    return await this.until(
      () => this.world.store.queries.get(queryId)?.answer,
      timeoutMs,
      `no answer to the button press ${queryId}`,
    );
  }

  react(personId: number, messageId: number, emoji: string): void {
    act.react(this.world, personId, messageId, emoji);
  }

  block(personId: number): void {
    act.setBlocked(this.world, personId, true);
  }

  unblock(personId: number): void {
    act.setBlocked(this.world, personId, false);
  }

  /** The chat oldest first, with keyboards, reactions, edits; deleted messages carry `deleted`. */
  messages(personId: number): StoredMessage[] {
    return this.world.store.history(personId);
  }

  /** The first undeleted message that fits; waits for it up to `timeoutMs`. */
  async waitForMessage(
    personId: number,
    predicate: (message: StoredMessage) => boolean,
    timeoutMs = 5_000,
  ): Promise<StoredMessage> {
    return await this.until(
      () => this.messages(personId).find((one) => one.deleted !== true && predicate(one)),
      timeoutMs,
      `no such message for ${personId}`,
    );
  }

  markRead(personId: number, upTo: number): void {
    if (upTo > this.world.store.chat(personId).readUpTo)
      this.world.store.commit(withChat(this.world.store, personId, { readUpTo: upTo }));
  }

  commandMenu(personId: number): BotCommand[] {
    return commandsFor(this.world, personId);
  }

  /** The buttons below a chat. */
  replyKeyboard(personId: number): TgReplyKeyboard | null {
    return this.world.store.chat(personId).replyKeyboard ?? null;
  }

  menuButton(personId: number): MenuButton {
    return menuButtonFor(this.world, personId);
  }

  /** What the bot called, oldest first; bounded, without getUpdates. */
  calls(): readonly LoggedCall[] {
    return this.callLog.all();
  }

  /** Updates that the bot has not confirmed yet. */
  pendingUpdates(): number {
    return this.world.store.pending.size;
  }

  failNext(fault: Fault): void {
    this.faults.add(fault);
  }

  setOutage(outage: Outage): void {
    this.faults.outage = outage;
  }

  setLatency(milliseconds: number): void {
    this.faults.latencyMs = milliseconds;
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** Changes what the bot has registered behind its back, as another program with its token could. */
  tamperWebhook(url: string | null, allowedUpdates?: string[]): void {
    const { store } = this.world;
    const { webhook } = store.bot;
    const changed = url === null ? null : { maxConnections: 40, ...webhook, url };
    store.commit({
      k: 'bot',
      v: {
        ...store.bot,
        webhook: changed,
        ...(allowedUpdates === undefined ? {} : { allowedUpdates }),
      },
    });
  }

  /** What the bot has registered. */
  webhookUrl(): string | null {
    return this.world.store.bot.webhook?.url ?? null;
  }

  /** Gives the bot another token, as @BotFather does: the old one is refused from now on. */
  changeToken(token: string): void {
    this.world.botToken = token;
  }

  /** Signed launch data of a Mini App opened by this person. */
  createInitData(personId: number, options: InitDataOptions = {}): string {
    const { botToken, store } = this.world;
    return createInitData(botToken, act.person(this.world, personId), store.now(), options);
  }

  private media(
    personId: number,
    kind: Exclude<FileKind, 'photo'>,
    bytes: Bytes,
    options: Named,
    more: object,
  ): TgMessage {
    const file = {
      body: Buffer.from(bytes),
      name: options.fileName,
      mime: options.mimeType,
    };
    const caption = options.caption === undefined ? {} : { caption: options.caption };
    const content = { ...act.mediaContent(this.world, kind, file, more), ...caption };
    return this.one(personId, content, options);
  }

  private one(personId: number, content: act.PersonContent, options: SendOptions): TgMessage {
    return must(act.post(this.world, personId, [content], options)[0]);
  }

  private async until<T>(
    read: () => T | undefined,
    timeoutMs: number,
    otherwise: string,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const value = read();
      if (value !== undefined) return value;
      if (Date.now() > deadline) throw new Error(`Sandbox: ${otherwise} within ${timeoutMs} ms`);
      await pause(10);
    }
  }
}

function must(message: TgMessage | undefined): TgMessage {
  if (message === undefined) throw new TelegramApiError(500, 'No message was made');
  return message;
}
