import type { BridgeError } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { ChangedBy } from '../conversation/ChangedBy';
import { useFieldValue } from '../conversation/useFieldValue';
import classes from './HeldAnswer.module.css';

/** What a field has become at the desk while one's own change of it waited: value, who and when. */
export function HeldConflict({ problem }: { problem: BridgeError }) {
  const { t } = useTranslation();
  const show = useFieldValue();
  const { field, current } = problem.details;
  if (problem.code !== 'conflict' || typeof field !== 'string' || current === undefined)
    return null;
  return (
    <blockquote className={classes.answer} data-testid="held-conflict">
      <span className={classes.who}>
        <ChangedBy details={problem.details} />
      </span>
      <span>
        {t('conflict.theirs')}: {show(field, current)}
      </span>
    </blockquote>
  );
}
