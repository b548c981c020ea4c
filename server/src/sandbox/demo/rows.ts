import { deriveTitle } from '@tikethet/shared/tickets';
import type { TicketChannel, TicketPriority } from '@tikethet/shared/tickets';
import type { FieldChange, LastMessage } from '../../domain/tickets/ticket';
import { preview } from '../../domain/conversations/preview';
import type { Turn } from './conversation';
import type { Customer } from './customers';
import type { DemoFile, DemoFiles } from './files';
import { changeRows, readMarks } from './history';
import { promiseColumns } from './promises';
import type { Life } from './life';
import type { Random } from './random';

/** Rows by table, columns by their names in the database. */
export interface DemoRows {
  users: Row[];
  user_categories: Row[];
  tickets: Row[];
  ticket_participants: Row[];
  ticket_changes: Row[];
  ticket_reads: Row[];
  messages: Row[];
  attachments: Row[];
  deliveries: Row[];
  telegram_chats: Row[];
}
export type Row = Readonly<Record<string, unknown>>;

export function noRows(): DemoRows {
  return {
    users: [],
    user_categories: [],
    tickets: [],
    ticket_participants: [],
    ticket_changes: [],
    ticket_reads: [],
    messages: [],
    attachments: [],
    deliveries: [],
    telegram_chats: [],
  };
}

export interface TicketDraft {
  number: number;
  title: string;
  priority: TicketPriority;
  tags: readonly string[];
  channel: TicketChannel;
  categoryId: string;
  customer: Customer;
  life: Life;
}

export interface RowContext {
  random: Random;
  /** For what was read and changed; apart, so that it moves nothing else of the desk. */
  history: Random;
  /** Where rows go now. */
  rows: DemoRows;
  staffIds: ReadonlyMap<number, string>;
  files: DemoFiles;
  /** After this moment (Unix milliseconds) some deliveries have gone wrong. */
  troubleFrom: number;
}

const FILE_NAMES: Readonly<Record<DemoFile, string>> = {
  crash: 'crash.png',
  lag: 'fps.png',
  ban: 'screenshot.png',
  chat: 'chat.png',
  shop: 'payment.png',
  base: 'base.png',
  log: 'latest.txt',
};

const iso = (at: number) => new Date(at).toISOString();

/** A moment as the database keeps it, or null. */
const isoOrNull = (at: number | null) => (at === null ? null : iso(at));

/** Adds a ticket with all that belongs to it. */
export function addTicket(context: RowContext, draft: TicketDraft): string {
  const { random, rows } = context;
  const { life, customer } = draft;
  const first = life.turns[0];
  if (first === undefined) throw new Error('A ticket begins with a message');
  const ticketId = random.uuid(first.at);
  const messages = life.turns.map((turn, index) =>
    addMessage(context, draft, { ticketId, turn, position: index + 1 }),
  );
  const open = life.turns.filter((turn) => turn.side !== 'NOTE');
  const last = open.at(-1) ?? first;
  const assigneeId = life.assignee === null ? null : idOf(context, life.assignee.telegramId);
  const history = changes(life, assigneeId, customer.id);
  const past = { ticketId, customerId: customer.id, assigneeId, life };
  const marks = readMarks(context.history, past);
  const moments = [last.at, life.takenAt, life.resolvedAt, life.closedAt, life.rating?.at];
  const lastMessage: LastMessage = {
    content: preview(last.text),
    authorId: authorOf(context, last, customer),
    fromStaff: last.side === 'STAFF',
    at: iso(last.at),
  };
  rows.tickets.push({
    id: ticketId,
    number: draft.number,
    title:
      draft.channel === 'BOT' && random.chance(0.3)
        ? deriveTitle(first.text, draft.title)
        : draft.title,
    description: first.text,
    status: life.status,
    priority: draft.priority,
    category_id: draft.categoryId,
    customer_id: customer.id,
    assignee_id: assigneeId,
    channel: draft.channel,
    tags: draft.tags,
    version: history.version,
    field_versions: history.fields,
    message_count: open.length,
    last_position: messages.length,
    ...marks,
    last_message: lastMessage,
    rating: life.rating?.stars ?? null,
    rating_comment: life.rating?.comment ?? null,
    rated_at: isoOrNull(life.rating?.at ?? null),
    created_at: iso(first.at),
    updated_at: iso(Math.max(...moments.filter((at) => typeof at === 'number'))),
    first_response_at: isoOrNull(life.turns.find((turn) => turn.side === 'STAFF')?.at ?? null),
    resolved_at: isoOrNull(life.resolvedAt),
    closed_at: isoOrNull(life.closedAt),
    ...promiseColumns(life, draft.priority),
  });
  const staff = life.turns.flatMap((turn) => turn.worker?.telegramId ?? []);
  if (life.assignee !== null) staff.push(life.assignee.telegramId);
  for (const telegramId of new Set(staff)) {
    const userId = idOf(context, telegramId);
    rows.ticket_participants.push({ ticket_id: ticketId, user_id: userId });
    const own = life.turns.findLastIndex((turn) => turn.worker?.telegramId === telegramId) + 1;
    const read = userId === assigneeId ? Math.max(own, marks.staff_read_position) : own;
    const position = life.resolvedAt === null ? read : messages.length;
    rows.ticket_reads.push({
      user_id: userId,
      ticket_id: ticketId,
      position,
      read_at: iso(life.turns[position - 1]?.at ?? first.at),
    });
  }
  rows.ticket_changes.push(...changeRows(context.history, past));
  return ticketId;
}

function idOf(context: RowContext, telegramId: number): string {
  const id = context.staffIds.get(telegramId);
  if (id === undefined) throw new Error(`Nobody at the desk has the Telegram id ${telegramId}`);
  return id;
}

function authorOf(context: RowContext, turn: Turn, customer: Customer): string {
  return turn.worker === null ? customer.id : idOf(context, turn.worker.telegramId);
}

/** Which version last touched status and assignee, as the verbs would have counted. */
function changes(
  life: Life,
  assigneeId: string | null,
  customerId: string,
): { version: number; fields: Record<string, FieldChange> } {
  const fields: Record<string, FieldChange> = {};
  let version = 1;
  if (life.takenAt !== null && assigneeId !== null) {
    version += 1;
    fields.assigneeId = { version, by: assigneeId, at: iso(life.takenAt) };
    fields.status = fields.assigneeId;
  }
  for (const turn of life.turns.slice(1)) {
    if (turn.side === 'NOTE' || assigneeId === null) continue;
    version += 1;
    const by = turn.side === 'CUSTOMER' ? customerId : assigneeId;
    fields.status = { version, by, at: iso(turn.at) };
  }
  if (life.resolvedAt !== null) {
    version += 1;
    const by = life.closedByCustomer ? customerId : assigneeId;
    fields.status = { version, by, at: iso(life.resolvedAt) };
  }
  if (life.closedAt !== null && !life.closedByCustomer) {
    version += 1;
    fields.status = { version, by: null, at: iso(life.closedAt) };
  }
  return { version, fields };
}

interface Placed {
  ticketId: string;
  turn: Turn;
  position: number;
}

function addMessage(context: RowContext, draft: TicketDraft, placed: Placed): string {
  const { random, rows, files } = context;
  const { turn } = placed;
  const id = random.uuid(turn.at);
  const authorId = authorOf(context, turn, draft.customer);
  const fromTelegram = turn.side === 'CUSTOMER' && draft.channel === 'BOT';
  const file = turn.file === null ? null : { name: turn.file, ...files[turn.file] };
  const kind =
    !fromTelegram || file === null ? 'TEXT' : file.kind === 'IMAGE' ? 'PHOTO' : 'DOCUMENT';
  rows.messages.push({
    id,
    ticket_id: placed.ticketId,
    position: placed.position,
    author_id: authorId,
    side: turn.side === 'NOTE' ? 'STAFF' : turn.side,
    kind,
    content: turn.text,
    internal: turn.side === 'NOTE',
    from_telegram: fromTelegram,
    created_at: iso(turn.at),
  });
  if (file !== null) {
    rows.attachments.push({
      id: random.uuid(turn.at),
      uploader_id: authorId,
      message_id: id,
      ordinal: 0,
      file_name: FILE_NAMES[file.name],
      size: file.size,
      content_type: file.contentType,
      kind: file.kind,
      state: 'READY',
      width: file.width,
      height: file.height,
      storage_key: file.storageKey,
      thumbnail_key: file.thumbnailKey,
      sha256: file.sha256,
      created_at: iso(turn.at),
    });
  }
  if (turn.side === 'STAFF') addDelivery(context, draft, { ...placed, id });
  return id;
}

/** What Telegram did with an answer; among the recent ones it sometimes refused or stayed silent. */
function addDelivery(
  context: RowContext,
  draft: TicketDraft,
  placed: Placed & { id: string },
): void {
  const { random, rows } = context;
  const { turn } = placed;
  const outcome = turn.at > context.troubleFrom ? random.next() : 1;
  const state = outcome < 0.02 ? 'FAILED' : outcome < 0.035 ? 'UNKNOWN' : 'SENT';
  const refusal = random.pick([
    ['blocked_by_user', 'Forbidden: bot was blocked by the user'],
    ['user_deactivated', 'Forbidden: user is deactivated'],
    ['chat_not_found', 'Bad Request: chat not found'],
  ] as const);
  const [reason, detail] = {
    SENT: [null, null],
    FAILED: refusal,
    UNKNOWN: ['no_answer', 'timed out'],
  }[state];
  const took = state === 'UNKNOWN' ? 30_000 : random.int(140, 1_900);
  rows.deliveries.push({
    id: random.uuid(turn.at),
    chat_id: draft.customer.telegramId,
    user_id: draft.customer.id,
    ticket_id: placed.ticketId,
    message_id: placed.id,
    kind: 'MESSAGE',
    lane: 0,
    payload: {},
    state,
    parts_sent: state === 'SENT' ? 1 : 0,
    attempts: 1,
    next_attempt_at: iso(turn.at),
    reason,
    detail,
    created_at: iso(turn.at),
    finished_at: iso(turn.at + took),
  });
}
