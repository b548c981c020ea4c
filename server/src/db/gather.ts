import type { Knex } from 'knex';

interface Question<I, O> {
  input: I;
  resolve: (answer: O) => void;
  reject: (error: unknown) => void;
}

/**
 * Makes one statement of what verbs that run side by side in one transaction ask for at the same
 * moment; whoever runs alone asks for one thing and waits no longer than before.
 * @param work answers all inputs, in their order; what it throws is thrown to everybody who asked
 */
export function gathering<I, O>(
  work: (trx: Knex, inputs: readonly I[]) => Promise<readonly O[]>,
): (trx: Knex, input: I) => Promise<O> {
  const asked = new WeakMap<Knex, Question<I, O>[]>();

  async function answer(trx: Knex, questions: readonly Question<I, O>[]): Promise<void> {
    try {
      const inputs = questions.map(({ input }) => input);
      const answers = await work(trx, inputs);
      if (answers.length !== inputs.length)
        throw new Error('gathered fewer answers than questions');
      for (const [at, { resolve }] of questions.entries()) resolve(answers[at] as O);
    } catch (error) {
      for (const { reject } of questions) reject(error);
    }
  }

  return (trx, input) =>
    new Promise<O>((resolve, reject) => {
      const question = { input, resolve, reject };
      const others = asked.get(trx);
      if (others !== undefined) {
        others.push(question);
        return;
      }
      const questions = [question];
      asked.set(trx, questions);
      // After everybody who can go on now has asked, which one answer lets do at once.
      void Promise.resolve().then(() =>
        process.nextTick(() => {
          asked.delete(trx);
          void answer(trx, questions);
        }),
      );
    });
}

/**
 * Inserts rows that verbs hand in side by side with one statement. All rows of a table name the
 * same columns.
 * @param options.ignore true: what is there already stays
 */
export function inserting<Row extends Record<string, unknown>>(
  table: string,
  { ignore = false } = {},
): (trx: Knex, row: Row) => Promise<void> {
  return gathering<Row, void>(async (trx, rows) => {
    const query = trx(table).insert([...rows]);
    await (ignore ? query.onConflict().ignore() : query);
    return rows.map(() => undefined);
  });
}
