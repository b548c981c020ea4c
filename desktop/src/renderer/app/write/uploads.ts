import type { Attachment } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import type { BridgeError, DesktopBridge } from '../bridge';
import { createStore, type Store } from '../store';

export interface Upload {
  id: string;
  name: string;
  size: number;
  /** 0 to 1. */
  share: number;
  /** Set when it has arrived. */
  attachment: Attachment | null;
  error: BridgeError | null;
}

type ByTicket = Readonly<Record<string, readonly Upload[]>>;

const NONE: readonly Upload[] = [];

/** Files on their way to a message; they go on while the person looks at another ticket. */
export class Uploads {
  readonly store: Store<ByTicket> = createStore<ByTicket>({});
  readonly #bridge: DesktopBridge;
  readonly #files = new Map<string, File>();

  constructor(bridge: DesktopBridge) {
    this.#bridge = bridge;
  }

  of(ticketId: string): readonly Upload[] {
    return this.store.get()[ticketId] ?? NONE;
  }

  /** @returns how many were left out, because a message holds only so many */
  add(ticketId: string, files: readonly File[]): number {
    const room = LIMITS.attachmentsPerMessage - this.of(ticketId).length;
    const taken = files.slice(0, Math.max(0, room));
    for (const file of taken) {
      const id = `${Date.now()}-${this.#files.size}-${file.name}`;
      this.#files.set(id, file);
      const upload = { id, name: file.name, size: file.size };
      this.#set(ticketId, [
        ...this.of(ticketId),
        { ...upload, share: 0, attachment: null, error: null },
      ]);
      void this.#send(ticketId, id);
    }
    return files.length - taken.length;
  }

  again(ticketId: string, id: string): void {
    this.#change(ticketId, id, { error: null, share: 0 });
    void this.#send(ticketId, id);
  }

  remove(ticketId: string, id: string): void {
    this.#files.delete(id);
    this.#set(
      ticketId,
      this.of(ticketId).filter((upload) => upload.id !== id),
    );
  }

  /** Files that have arrived stand at the next message again. */
  restore(ticketId: string, attachments: readonly Attachment[]): void {
    const known = this.of(ticketId);
    const restored = attachments
      .filter(({ id }) => !known.some(({ attachment }) => attachment?.id === id))
      .map((attachment) => {
        const { id, fileName: name, size } = attachment;
        return { id, name, size, share: 1, attachment, error: null };
      });
    if (restored.length > 0) this.#set(ticketId, [...known, ...restored]);
  }

  /** The message took them. */
  clear(ticketId: string): void {
    for (const { id } of this.of(ticketId)) this.#files.delete(id);
    this.#set(ticketId, []);
  }

  async #send(ticketId: string, id: string): Promise<void> {
    const file = this.#files.get(id);
    if (!file) return;
    const limit = file.type.startsWith('image/') ? LIMITS.imageBytes : LIMITS.fileBytes;
    if (file.size > limit) {
      const error = { code: 'file_too_large', status: 413, details: {} } as const;
      return this.#change(ticketId, id, { error });
    }
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) {
      // A folder, or a file that has gone since it was chosen.
      const error = { code: 'file_type_not_allowed', status: 415, details: {} } as const;
      return this.#change(ticketId, id, { error });
    }
    const result = await this.#bridge.upload({ name: file.name, type: file.type, bytes }, (share) =>
      this.#change(ticketId, id, { share }),
    );
    this.#change(
      ticketId,
      id,
      result.ok ? { share: 1, attachment: result.value } : { error: result.error },
    );
  }

  #change(ticketId: string, id: string, change: Partial<Upload>): void {
    this.#set(
      ticketId,
      this.of(ticketId).map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
    );
  }

  #set(ticketId: string, uploads: readonly Upload[]): void {
    const { [ticketId]: _, ...rest } = this.store.get();
    this.store.set(uploads.length === 0 ? rest : { ...rest, [ticketId]: uploads });
  }
}
