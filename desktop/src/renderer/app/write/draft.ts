import type { Draft as SharedDraft } from '@tikethet/shared/contracts';

/** What a person has begun to write on a ticket, as a reply and as a note. */
export interface Draft extends Omit<SharedDraft, 'ticketId'> {
  /** The desk has it. */
  saved: boolean;
  /** What was written here while another device wrote something newer; '' when nothing was. */
  earlier: string;
}

/** `writtenAt` of what nobody has written: anything is newer. */
const NEVER = new Date(0).toISOString();

export const EMPTY_DRAFT: Draft = {
  mode: 'reply',
  reply: '',
  note: '',
  mentions: [],
  replyToId: null,
  quote: null,
  seen: null,
  writtenAt: NEVER,
  saved: true,
  earlier: '',
};

const PREFIX = 'tikethet.draft.';

function nameOf(personId: string, ticketId: string): string {
  return `${PREFIX}${personId}.${ticketId}`;
}

/** Whether nothing is written in it. */
export function isBlank({ reply, note, earlier }: Draft): boolean {
  return reply === '' && note === '' && earlier === '';
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function toDraft(value: unknown): Draft {
  if (typeof value !== 'object' || value === null) return EMPTY_DRAFT;
  const stored = value as Partial<Record<keyof Draft, unknown>>;
  const mentions = Array.isArray(stored.mentions) ? (stored.mentions as Draft['mentions']) : [];
  return {
    mode: stored.mode === 'note' ? 'note' : 'reply',
    reply: textOr(stored.reply, ''),
    note: textOr(stored.note, ''),
    mentions: mentions.filter((one) => typeof one?.id === 'string'),
    replyToId: typeof stored.replyToId === 'string' ? stored.replyToId : null,
    quote: typeof stored.quote === 'string' ? stored.quote : null,
    seen: typeof stored.seen === 'number' ? stored.seen : null,
    writtenAt: textOr(stored.writtenAt, NEVER),
    saved: stored.saved === true,
    earlier: textOr(stored.earlier, ''),
  };
}

/** The draft kept on this device; what cannot be read counts as none. */
export function readDraft(storage: Storage, personId: string, ticketId: string): Draft {
  try {
    const kept = storage.getItem(nameOf(personId, ticketId));
    return kept === null ? EMPTY_DRAFT : toDraft(JSON.parse(kept));
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Keeps a draft; an empty one that the desk knows of leaves nothing behind. */
export function writeDraft(
  storage: Storage,
  personId: string,
  ticketId: string,
  draft: Draft,
): void {
  const name = nameOf(personId, ticketId);
  try {
    if (isBlank(draft) && draft.saved) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the text on screen is still there.
  }
}

/** Tickets of which this device keeps a person's draft. */
export function draftedTickets(storage: Storage, personId: string): string[] {
  const start = nameOf(personId, '');
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length));
}

/** Forgets all drafts on this device: nobody is signed in any more. */
export function forgetDrafts(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const name of names) if (name.startsWith(PREFIX)) storage.removeItem(name);
}
