import { expect, test } from 'vitest';
import { linkAmong, ticketNumberIn } from './links';

test.each([
  ['tikethet://ticket/1042', 1042],
  ['tikethet://ticket/1042/', 1042],
  ['TIKETHET://TICKET/7', 7],
  ['tikethet://ticket/0', null],
  ['tikethet://ticket/', null],
  ['tikethet://ticket/1042?x=1', null],
  ['tikethet://ticket/10 42', null],
  ['tikethet://settings/1042', null],
  ['tikethet://ticket/99999999999999', null],
  ['https://ticket/1042', null],
  ['', null],
])('%s means ticket %s', (address, number) => {
  expect(ticketNumberIn(address)).toBe(number);
});

test('a link is found among other arguments, and the first one counts', () => {
  const argv = ['/opt/tikethet', '--no-sandbox', 'tikethet://ticket/5', 'tikethet://ticket/6'];
  expect(linkAmong(argv)).toBe(5);
  expect(linkAmong(['/opt/tikethet', '--flag'])).toBeNull();
});
