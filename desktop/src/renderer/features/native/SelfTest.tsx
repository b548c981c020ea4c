import { Button } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconLoader2,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { TEST_STEPS, type TestStep } from '../../app/native';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import classes from './SelfTest.module.css';
import { useNativeState } from './useNativeState';

const ICONS: Readonly<Record<TestStep['state'], Icon>> = {
  running: IconLoader2,
  works: IconCircleCheck,
  broken: IconCircleX,
  untold: IconCircleDashed,
};

const BEFORE: TestStep[] = TEST_STEPS.map((name) => ({
  name,
  state: 'untold',
  problem: null,
  took: null,
}));

/** Goes the way of a notification, and names the link where it breaks. */
export function SelfTest() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [native] = useNativeState();
  const [steps, setSteps] = useState<TestStep[]>(BEFORE);
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => bridge.on('selfTest', setSteps), [bridge]);

  const run = async () => {
    setRunning(true);
    setDone(false);
    setSteps(BEFORE);
    try {
      setSteps(await bridge.native.selfTest());
    } finally {
      setRunning(false);
      setDone(true);
    }
  };
  const broken = steps.find(({ state }) => state === 'broken');
  const advice = t(`selfTest.advice.${native?.platform ?? 'linux'}`);
  const works = done && broken === undefined;
  return (
    <div className={classes.card} data-testid="self-test" data-done={done}>
      <ol className={classes.steps}>
        {steps.map((step) => {
          const StepIcon = ICONS[step.state];
          return (
            <li
              key={step.name}
              className={classes.step}
              data-state={step.state}
              data-testid={`step-${step.name}`}
            >
              <StepIcon size={18} stroke={1.8} aria-hidden="true" />
              <span>{t(`selfTest.steps.${step.name}`)}</span>
              <span className={classes.state}>
                {step.state === 'works' && step.took !== null
                  ? t('selfTest.took', { count: step.took })
                  : t(`selfTest.states.${step.state}`)}
              </span>
            </li>
          );
        })}
      </ol>
      <div role="status" className={classes.verdict}>
        {broken?.problem != null && (
          <p className={classes.problem} data-testid="self-test-problem">
            {t(`selfTest.problems.${broken.problem}`)}
            {broken.problem === 'failed' && ` ${t('selfTest.notSeen')} ${advice}`}
          </p>
        )}
        {works && (
          <p data-testid="self-test-works">
            {t('selfTest.allWork')} {t('selfTest.notSeen')} {advice}
          </p>
        )}
      </div>
      <Button
        variant="default"
        loading={running}
        onClick={() => void run()}
        data-testid="self-test-run"
      >
        {done ? t('selfTest.again') : t('selfTest.run')}
      </Button>
    </div>
  );
}
