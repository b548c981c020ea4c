import type { Request, Response } from 'express';
import type { StateRecord } from '../state/store';
import type { StoredMessage, StoredQuery } from '../types';
import type { World } from '../world';
import { personView, readControls, type ChatControls, type PersonView } from './views';

/** What the page is told as it happens. After a break it reads everything anew. */
export type PageEvent =
  | { type: 'message'; personId: number; message: StoredMessage }
  | { type: 'person'; view: PersonView }
  | { type: 'answer'; query: StoredQuery }
  | { type: 'typing'; personId: number; action: string }
  | { type: 'controls'; personId: number; controls: ChatControls }
  /** The bot has set something about itself: names, commands, the default menu button. */
  | { type: 'bot' };

const heartbeatMs = 15_000;

/** Server-sent events until the page goes away or the sandbox closes. */
export function streamEvents(world: World, request: Request, response: Response): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const send = (event: PageEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  const onRecord = (record: StateRecord) => {
    for (const event of toEvents(world, record)) send(event);
  };
  const onAction = (action: { personId: number; action: string }) =>
    send({ type: 'typing', ...action });
  const onClose = () => response.end();
  const heartbeat = setInterval(() => response.write(': here\n\n'), heartbeatMs);
  const { events } = world.store;
  events.on('record', onRecord).on('action', onAction).on('close', onClose);
  response.write(': here\n\n');
  request.once('close', () => {
    clearInterval(heartbeat);
    events.off('record', onRecord).off('action', onAction).off('close', onClose);
  });
}

function toEvents(world: World, record: StateRecord): PageEvent[] {
  const viewOf = (personId: number): PageEvent[] => {
    const person = world.store.people.get(personId);
    return person === undefined ? [] : [{ type: 'person', view: personView(world, person) }];
  };
  switch (record.k) {
    case 'message':
      return [
        { type: 'message', personId: record.v.personId, message: record.v },
        ...viewOf(record.v.personId),
      ];
    case 'chat':
      return [
        ...viewOf(record.v.personId),
        {
          type: 'controls',
          personId: record.v.personId,
          controls: readControls(world, record.v.personId),
        },
      ];
    case 'person':
      return viewOf(record.v.id);
    case 'query':
      return record.v.answer === undefined ? [] : [{ type: 'answer', query: record.v }];
    case 'bot':
      return [{ type: 'bot' }];
    default:
      return [];
  }
}
