import type { Result, StoreState } from '../bridge';
import { fail } from '../ipc/result';
import { storeProblem } from './store/openStore';

type Problem = StoreState['problem'];

export interface StoreHealthOptions {
  /** What its opening showed. */
  problem: Problem;
  isLoading: () => boolean;
  changed(state: StoreState): void;
  defect(error: unknown): void;
}

/** Whether the disk keeps what it is given, as it is told to the person. */
export interface StoreHealth {
  tell(): void;
  /** The disk refused something. */
  failed(error: unknown): void;
  /** The same for what a person wanted kept; the answer for them. */
  refused(error: unknown): Result<never>;
  /** What was damaged has been read anew. */
  mended(): void;
  /** The disk has taken something: it is not full any more. */
  kept(): void;
}

export function createStoreHealth(options: StoreHealthOptions): StoreHealth {
  let { problem } = options;
  // A store that could not be opened stays a passing one until the next start.
  const lasting = problem !== null && problem !== 'damaged';
  const tell = () => options.changed({ problem, loading: options.isLoading() });

  function failed(error: unknown): void {
    options.defect(error);
    problem = storeProblem(error) ?? 'unusable';
    tell();
  }

  return {
    tell,
    failed,
    refused(error) {
      failed(error);
      return fail('storage', 0, { problem });
    },
    mended() {
      if (problem === 'damaged') problem = null;
      tell();
    },
    kept() {
      if (lasting || problem === null || problem === 'damaged') return;
      problem = null;
      tell();
    },
  };
}
