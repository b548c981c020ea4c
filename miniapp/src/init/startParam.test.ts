import { expect, it } from 'vitest';
import { parseStart } from './startParam';

it.each([
  ['t1042', { open: 'ticket', number: 1042 }],
  ['new_bans-and_more', { open: 'new', slug: 'bans-and_more' }],
  ['faq_how-to-pay', { open: 'article', slug: 'how-to-pay' }],
  ['faq_Привет', { open: 'tickets' }],
  ['t12x', { open: 'tickets' }],
  ['new_', { open: 'tickets' }],
  ['new_../x', { open: 'tickets' }],
  [null, { open: 'tickets' }],
])('%s', (param, expected) => {
  expect(parseStart(param)).toEqual(expected);
});
