import { EventEmitter } from 'node:events';
import type {
  BotState,
  ChatState,
  SandboxPerson,
  StoredFile,
  StoredMessage,
  StoredQuery,
  TgUpdate,
} from '../types';
import { FileBodies } from './fileBodies';
import { Journal } from './journal';

/** State changes are upserts, so replaying a journal twice gives the same state. */
export type StateRecord =
  | { k: 'person'; v: SandboxPerson }
  | { k: 'chat'; v: ChatState }
  | { k: 'message'; v: StoredMessage }
  | { k: 'file'; v: StoredFile }
  | { k: 'bot'; v: BotState }
  | { k: 'query'; v: StoredQuery }
  | { k: 'update'; v: TgUpdate }
  | { k: 'forget'; v: number[] }
  | { k: 'lastUpdate'; v: number };

const keepMessages = 5_000;
const keepQueries = 2_000;
/** Update ids begin with the time, so that they rise even when the folder was deleted. */
const updateEpoch = Date.UTC(2026, 0, 1) / 1000;

const emptyBot: BotState = {
  webhook: null,
  allowedUpdates: null,
  commands: {},
  texts: {},
  menuButton: { type: 'default' },
};

/**
 * All state of the sandbox. `commit` is the only way to change it: journal first, then memory, then
 * one 'record' event for each record, so an answer never precedes what it promises.
 */
export class Store {
  readonly people = new Map<number, SandboxPerson>();
  readonly chats = new Map<number, ChatState>();
  readonly files = new Map<string, StoredFile>();
  readonly queries = new Map<string, StoredQuery>();
  readonly pending = new Map<number, TgUpdate>();
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly bodies: FileBodies;
  bot: BotState = emptyBot;
  private readonly messages = new Map<number, Map<number, StoredMessage>>();
  private readonly paths = new Map<string, StoredFile>();
  private readonly journal: Journal<StateRecord> | null;
  private lastUpdateId: number;

  constructor(
    dir: string | null,
    readonly now: () => number,
  ) {
    this.bodies = new FileBodies(dir);
    this.journal = dir === null ? null : new Journal<StateRecord>(dir);
    this.lastUpdateId = Math.floor((now() / 1000 - updateEpoch) * 10);
    if (this.journal === null) return;
    for (const group of this.journal.read()) group.forEach((record) => this.apply(record));
    this.journal.start(this.snapshot());
  }

  commit(...records: StateRecord[]): void {
    this.journal?.append(records);
    for (const record of records) this.apply(record);
    for (const record of records) this.events.emit('record', record);
  }

  /** Unix seconds. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  nextUpdateId(): number {
    return this.lastUpdateId + 1;
  }

  nextMessageId(personId: number): number {
    const known = this.messages.get(personId);
    return known === undefined ? 1 : Math.max(0, ...known.keys()) + 1;
  }

  message(personId: number, messageId: number): StoredMessage | undefined {
    return this.messages.get(personId)?.get(messageId);
  }

  /** Oldest first, deleted ones included. */
  history(personId: number): StoredMessage[] {
    return [...(this.messages.get(personId)?.values() ?? [])];
  }

  chat(personId: number): ChatState {
    return this.chats.get(personId) ?? { personId, started: false, blocked: false, readUpTo: 0 };
  }

  fileByPath(path: string): StoredFile | undefined {
    return this.paths.get(path);
  }

  close(): void {
    this.journal?.close();
  }

  private apply(record: StateRecord): void {
    switch (record.k) {
      case 'person':
        this.people.set(record.v.id, record.v);
        break;
      case 'chat':
        this.chats.set(record.v.personId, record.v);
        break;
      case 'message':
        this.applyMessage(record.v);
        break;
      case 'file':
        this.files.set(record.v.fileId, record.v);
        this.paths.set(record.v.path, record.v);
        break;
      case 'bot':
        this.bot = record.v;
        break;
      case 'query':
        this.queries.set(record.v.id, record.v);
        trim(this.queries, keepQueries);
        break;
      case 'update':
        this.pending.set(record.v.update_id, record.v);
        this.lastUpdateId = Math.max(this.lastUpdateId, record.v.update_id);
        break;
      case 'forget':
        for (const id of record.v) this.pending.delete(id);
        break;
      case 'lastUpdate':
        this.lastUpdateId = Math.max(this.lastUpdateId, record.v);
        break;
    }
  }

  private applyMessage(stored: StoredMessage): void {
    const known = this.messages.get(stored.personId) ?? new Map<number, StoredMessage>();
    known.set(stored.message.message_id, stored);
    this.messages.set(stored.personId, known);
    trim(known, keepMessages);
  }

  private snapshot(): StateRecord[] {
    const all: StateRecord[] = [{ k: 'bot', v: this.bot }];
    for (const v of this.people.values()) all.push({ k: 'person', v });
    for (const v of this.chats.values()) all.push({ k: 'chat', v });
    for (const v of this.files.values()) all.push({ k: 'file', v });
    for (const known of this.messages.values())
      for (const v of known.values()) all.push({ k: 'message', v });
    for (const v of this.queries.values()) all.push({ k: 'query', v });
    for (const v of this.pending.values()) all.push({ k: 'update', v });
    all.push({ k: 'lastUpdate', v: this.lastUpdateId });
    return all;
  }
}

/** Drops the oldest entries of a map that has outgrown its bound. */
function trim<K, V>(map: Map<K, V>, keep: number): void {
  for (const key of map.keys()) {
    if (map.size <= keep) return;
    map.delete(key);
  }
}
