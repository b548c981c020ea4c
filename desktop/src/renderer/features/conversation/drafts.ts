/** What a person has begun to write on a ticket, as a reply and as a note. */
export interface Draft {
  mode: 'reply' | 'note';
  reply: string;
  note: string;
}

const EMPTY: Draft = { mode: 'reply', reply: '', note: '' };

function nameOf(personId: string, ticketId: string): string {
  return `tikethet.draft.${personId}.${ticketId}`;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { mode, reply, note } = value as Record<string, unknown>;
  return (
    (mode === 'reply' || mode === 'note') && typeof reply === 'string' && typeof note === 'string'
  );
}

/** The draft kept on this device; what cannot be read counts as none. */
export function readDraft(storage: Storage, personId: string, ticketId: string): Draft {
  try {
    const value: unknown = JSON.parse(storage.getItem(nameOf(personId, ticketId)) ?? 'null');
    return isDraft(value) ? value : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Keeps a draft; an empty one leaves nothing behind. */
export function writeDraft(
  storage: Storage,
  personId: string,
  ticketId: string,
  draft: Draft,
): void {
  const name = nameOf(personId, ticketId);
  try {
    if (draft.reply === '' && draft.note === '') storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the text on screen is still there.
  }
}
