import type { Attachment } from '@tikethet/shared/contracts';
import type { Result } from '../bridge';
import { ok } from '../ipc/result';
import type { DirectOutbox } from './outbox/directOutbox';
import type { FileBox } from './outbox/fileBox';
import { isPassing, type OutboxCommand } from './outbox/outbox';
import { filesNamed } from './outbox/pending';
import type { OutgoingFile } from './upload';

export interface SendingOptions {
  files: FileBox;
  direct: DirectOutbox;
  isOnline: () => boolean;
}

/** What goes to the desk as soon as a person asks for it. */
export interface Sending {
  /** For changes that do not wait; files that were kept here go first. */
  submit(command: OutboxCommand): Promise<Result<unknown>>;
  /** @throws when the disk refuses the copy */
  upload(file: OutgoingFile, onProgress: (share: number) => void): Promise<Result<Attachment>>;
}

export function createSending({ files, direct, isOnline }: SendingOptions): Sending {
  return {
    async submit(command) {
      const names = filesNamed(command.input).filter((id) => files.isKept(id));
      for (const id of names) {
        const sent = await files.send(id, () => undefined);
        if (!sent.ok) return sent;
      }
      if (names.length === 0) return direct.submit(command);
      const attachmentIds = filesNamed(command.input).map((id) => files.remoteId(id));
      const input = { ...command.input, attachmentIds };
      const result = await direct.submit({ ...command, input });
      if (result.ok) for (const id of names) files.drop(id);
      return result;
    },
    async upload(file, onProgress) {
      const kept = files.keep(file);
      if (!isOnline()) return ok(kept);
      const sent = await files.send(kept.id, onProgress);
      if (sent.ok) return ok({ ...sent.value, id: kept.id });
      // Without the desk the copy here is as good; it refuses now or later.
      if (isPassing(sent.error)) return ok(kept);
      files.drop(kept.id);
      return sent;
    },
  };
}
