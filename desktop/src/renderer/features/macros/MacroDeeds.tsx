import { IconTag, IconUserCheck } from '@tabler/icons-react';
import type { MacroActions } from '@tikethet/shared/contracts';
import { useTeam } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { StatusIcon } from '../../ui/StatusIcon';
import { hasDeeds } from './deeds';
import classes from './MacroDeeds.module.css';

/** What a macro does to its ticket once its text is sent, as a row of chips. */
export function MacroDeeds({ actions }: { actions: MacroActions }) {
  const { t } = useTranslation();
  const { status, priority, assign, addTags } = actions;
  const { data: team } = useTeam(assign !== null && assign !== 'me' && assign !== 'nobody');
  if (!hasDeeds(actions)) return null;
  const person = team?.find(({ id }) => id === assign)?.displayName ?? t('macros.colleague');
  const holder =
    assign === 'me' ? t('macros.assignMe') : assign === 'nobody' ? t('macros.release') : person;
  return (
    <ul className={classes.deeds} aria-label={t('macros.does')}>
      {status !== null && (
        <li className={classes.deed}>
          <StatusIcon status={status} />
          {t(`status.${status}`)}
        </li>
      )}
      {priority !== null && (
        <li className={classes.deed}>
          <PriorityIcon priority={priority} />
          {t(`priority.${priority}`)}
        </li>
      )}
      {assign !== null && (
        <li className={classes.deed}>
          <IconUserCheck size={14} stroke={1.6} aria-hidden="true" />
          {holder}
        </li>
      )}
      {addTags.map((tag) => (
        <li key={tag} className={classes.deed}>
          <IconTag size={14} stroke={1.6} aria-hidden="true" />
          {tag}
        </li>
      ))}
    </ul>
  );
}
