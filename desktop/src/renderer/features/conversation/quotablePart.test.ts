import { expect, it } from 'vitest';
import { aMessage } from '../../testing/samples';
import { quotablePart } from './quotablePart';

it('takes words as they are read, not as they were written', () => {
  const message = aMessage(1, { content: 'Цена **100 ₽** за штуку', format: 'markdown' });
  expect(quotablePart(message, ' 100 ₽ за ')).toBe('100 ₽ за');
  expect(quotablePart(message, '**100 ₽**')).toBeNull();
});

it('is nothing for the whole message, for nothing, for what is gone or too long', () => {
  const message = aMessage(1, { content: 'я'.repeat(2_000) });
  expect(quotablePart(message, 'я'.repeat(2_000))).toBeNull();
  expect(quotablePart(message, 'я'.repeat(1_025))).toBeNull();
  expect(quotablePart(message, 'я'.repeat(1_024))).not.toBeNull();
  expect(quotablePart(message, '   ')).toBeNull();
  expect(quotablePart(aMessage(1, { deletedAt: message.createdAt }), 'message')).toBeNull();
});
