import { expect, it } from 'vitest';
import { aMessage, idOf } from '../../testing/samples';
import { toTimeline } from './timeline';

const local = (day: number, hour: number, minutes: number) =>
  new Date(2026, 0, day, hour, minutes).toISOString();
const staff = { id: idOf(701), displayName: 'Anna', side: 'STAFF' as const };

it('marks each day once and groups what one person wrote in a row', () => {
  const items = toTimeline([
    aMessage(1, { createdAt: local(1, 23, 50) }),
    aMessage(2, { createdAt: local(1, 23, 59) }),
    aMessage(3, { createdAt: local(2, 0, 1) }),
    aMessage(4, { createdAt: local(2, 0, 3) }),
    aMessage(5, { createdAt: local(2, 0, 4), author: staff }),
    aMessage(6, { createdAt: local(2, 0, 5), author: staff, internal: true }),
  ]);
  const shape = items.map((item) =>
    item.kind === 'day'
      ? `day ${item.day.getDate()}`
      : `${item.message.position}${item.first ? ' first' : ''}${item.last ? ' last' : ''}`,
  );
  expect(shape).toEqual([
    'day 1',
    // More than five minutes apart.
    '1 first last',
    '2 first last',
    'day 2',
    '3 first',
    '4 last',
    '5 first last',
    // A note never joins a reply.
    '6 first last',
  ]);
});
