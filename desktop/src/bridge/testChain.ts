import { TEST_STEPS, type TestStep, type TestStepName } from './native';

/** Tries one link: what is wrong with it, or null. */
export type TestLink = () => Promise<TestStep['problem']>;

/**
 * Goes through the chain of a notification, link by link, to the first broken one; never throws.
 * @param tell gets a copy of all steps whenever one of them changes
 */
export async function runTestChain(
  links: Readonly<Record<TestStepName, TestLink>>,
  tell: (steps: TestStep[]) => void,
): Promise<TestStep[]> {
  const steps: TestStep[] = TEST_STEPS.map((name) => ({
    name,
    state: 'untold',
    problem: null,
    took: null,
  }));
  for (const step of steps) {
    step.state = 'running';
    tell(structuredClone(steps));
    const began = performance.now();
    step.problem = await links[step.name]().catch((): TestStep['problem'] => 'failed');
    step.took = Math.round(performance.now() - began);
    step.state = step.problem === null ? 'works' : 'broken';
    tell(structuredClone(steps));
    if (step.problem !== null) break;
  }
  return steps;
}
