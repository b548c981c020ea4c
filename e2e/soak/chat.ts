import { z } from 'zod';
import type { DemoServer } from '../support/server';
import { markIn } from './plan';

const media = z.object({ file_id: z.string() });
const stored = z.object({
  from: z.enum(['bot', 'me']),
  message: z.object({
    message_id: z.number(),
    text: z.string().optional(),
    caption: z.string().optional(),
    photo: z.array(media).optional(),
    document: media.optional(),
  }),
});
const page = z.object({ messages: z.array(stored), more: z.boolean() });

/** One of our replies as it stands in a chat. */
export interface ChatReply {
  mark: string;
  /** Of the picture or document that came with it. */
  fileId: string | null;
}

/** All of the desk's marked messages in a person's chat, oldest first. */
export async function chatReplies(server: DemoServer, personId: number): Promise<ChatReply[]> {
  const all: z.infer<typeof stored>[] = [];
  for (let before: number | undefined; ;) {
    const query = before === undefined ? '' : `?before=${before}`;
    const answer = await fetch(`${server.sandboxApi}/people/${personId}/chat${query}`, {
      signal: AbortSignal.timeout(10_000),
    });
    const { messages, more } = page.parse(await answer.json());
    all.unshift(...messages);
    before = messages[0]?.message.message_id;
    if (!more || before === undefined) break;
  }
  return all.flatMap(({ from, message }) => {
    const mark = from === 'bot' ? markIn(message.text ?? message.caption ?? '') : null;
    const file = message.photo?.at(-1) ?? message.document;
    return mark === null ? [] : [{ mark, fileId: file?.file_id ?? null }];
  });
}

/** What Telegram holds under a file's id. */
export async function chatFile(server: DemoServer, fileId: string): Promise<Buffer> {
  const answer = await fetch(`${server.sandboxApi}/files/${encodeURIComponent(fileId)}`, {
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok) throw new Error(`no file ${fileId}: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
