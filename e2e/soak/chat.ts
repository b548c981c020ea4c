import type { DemoServer } from '../support/server';
import { markIn } from './plan';

/** What the sandbox's own page gets of a chat; the parts that are looked at here. */
interface Stored {
  from: 'bot' | 'me';
  message: {
    message_id: number;
    text?: string;
    caption?: string;
    photo?: { file_id: string }[];
    document?: { file_id: string };
  };
}
interface Page {
  messages: Stored[];
  more: boolean;
}

/** One of our replies as it stands in a chat. */
export interface ChatReply {
  mark: string;
  /** Of the picture or document that came with it. */
  fileId: string | null;
}

/** All of the desk's marked messages in a person's chat, oldest first. */
export async function chatReplies(server: DemoServer, personId: number): Promise<ChatReply[]> {
  const all: Stored[] = [];
  for (let before: number | undefined; ;) {
    const query = before === undefined ? '' : `?before=${before}`;
    const answer = await fetch(`${server.sandboxApi}/people/${personId}/chat${query}`, {
      signal: AbortSignal.timeout(10_000),
    });
    const { messages, more } = (await answer.json()) as Page;
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
