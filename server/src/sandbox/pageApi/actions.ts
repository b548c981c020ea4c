import { z } from 'zod';
import type { SandboxControl } from '../control/control';

const messageId = z.number().int();

const action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), payload: z.string().max(64).optional() }),
  z.object({ type: z.literal('join') }),
  z.object({ type: z.literal('leave') }),
  z.object({ type: z.literal('block') }),
  z.object({ type: z.literal('unblock') }),
  z.object({ type: z.literal('edit'), messageId, text: z.string().trim().min(1).max(4096) }),
  z.object({ type: z.literal('press'), messageId, data: z.string() }),
  z.object({ type: z.literal('react'), messageId, emoji: z.string().max(16) }),
  z.object({
    type: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.object({ type: z.literal('contact') }),
  // Of one's profile; null: hidden, or taken away.
  z.object({ type: z.literal('photo'), picture: z.base64().max(200_000).nullable() }),
  z.object({ type: z.literal('read'), messageId }),
  z.object({ type: z.literal('openApp'), startParam: z.string().max(512).optional() }),
  z.object({
    type: z.literal('failNext'),
    kind: z.enum(['tooMany', 'error', 'silent', 'dropBefore', 'dropAfter']),
    method: z.string().optional(),
    times: z.number().int().min(1).max(1000).optional(),
    retryAfter: z.number().int().min(1).max(3600).optional(),
  }),
]);

/** Does what a person did on the page; the answer carries what the page needs to go on. */
export async function runAction(
  control: SandboxControl,
  personId: number,
  body: unknown,
): Promise<object> {
  const todo = action.parse(body);
  switch (todo.type) {
    case 'start':
      control.start(personId, todo.payload);
      return {};
    case 'join':
      control.join(personId);
      return {};
    case 'leave':
      control.leave(personId);
      return {};
    case 'block':
      control.block(personId);
      return {};
    case 'unblock':
      control.unblock(personId);
      return {};
    case 'edit':
      control.editText(personId, todo.messageId, todo.text);
      return {};
    case 'press':
      return { queryId: control.pressButton(personId, todo.messageId, todo.data).id };
    case 'react':
      control.react(personId, todo.messageId, todo.emoji);
      return {};
    case 'location':
      control.sendLocation(personId, todo.latitude, todo.longitude);
      return {};
    case 'contact':
      control.sendContact(personId);
      return {};
    case 'photo':
      control.setPhoto(
        personId,
        todo.picture === null ? null : Buffer.from(todo.picture, 'base64'),
      );
      return {};
    case 'read':
      control.markRead(personId, todo.messageId);
      return {};
    case 'openApp':
      return { initData: control.createInitData(personId, { startParam: todo.startParam }) };
    case 'failNext':
      control.failNext({ ...todo, chatId: personId });
      return {};
  }
}
