import type { Knex } from 'knex';
import { expect, test, vi } from 'vitest';
import { gathering } from './gather';

/** Only its identity counts. */
const transaction = () => ({}) as Knex;

test('what is asked at one moment is asked once for each transaction, and answered in order', async () => {
  const work = vi.fn(async (_trx: Knex, inputs: readonly number[]) => inputs.map((n) => n * 2));
  const double = gathering(work);
  const [one, other] = [transaction(), transaction()];
  const verb = async (trx: Knex, input: number) => double(trx, await double(trx, input));
  const answers = await Promise.all([verb(one, 1), verb(one, 2), verb(other, 3), verb(one, 4)]);
  expect(answers).toEqual([4, 8, 12, 16]);
  expect(work.mock.calls.map(([trx, inputs]) => [trx === one, inputs])).toEqual([
    [true, [1, 2, 4]],
    [false, [3]],
    [true, [2, 4, 8]],
    [false, [6]],
  ]);
});

test('a failure is everybody’s who asked, and the next question is asked anew', async () => {
  const work = vi.fn(async (_trx: Knex, inputs: readonly string[]) => {
    if (inputs.includes('bad')) throw new Error('no');
    return inputs;
  });
  const echo = gathering(work);
  const trx = transaction();
  const endings = await Promise.allSettled([echo(trx, 'good'), echo(trx, 'bad')]);
  expect(endings.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await echo(trx, 'good')).toBe('good');
});
