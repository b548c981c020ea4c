import { UnstyledButton } from '@mantine/core';
import {
  IconArrowMerge,
  IconArrowsSplit2,
  IconCategory,
  IconCircleDot,
  IconFlag,
  IconMoon,
  IconPencil,
  IconStar,
  IconTag,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import type { TicketChange } from '@tikethet/shared/contracts';
import { memo } from 'react';
import { useTranslation } from '../../app/texts';
import { clockTime, fullTime } from '../../ui/time';
import classes from './ChangeLine.module.css';
import { useChangeText } from './useChangeText';

const ICONS = {
  status: IconCircleDot,
  assigneeId: IconUser,
  priority: IconFlag,
  categoryId: IconCategory,
  tags: IconTag,
  title: IconPencil,
  rating: IconStar,
  snoozedUntil: IconMoon,
  merged: IconArrowMerge,
  mergedInto: IconArrowMerge,
} as const satisfies Record<TicketChange['change']['field'], Icon>;

interface Props {
  change: TicketChange;
  /** Takes the merge back that this line tells of; null: it cannot be. */
  onUndo: (() => void) | null;
}

/** One change of the ticket, between its messages. */
export const ChangeLine = memo(function ChangeLine({ change, onUndo }: Props) {
  const { t, i18n } = useTranslation();
  const textOf = useChangeText();
  const { change: what } = change;
  const undone = (what.field === 'merged' || what.field === 'mergedInto') && what.to === null;
  const Shown = undone ? IconArrowsSplit2 : ICONS[what.field];
  const comment = what.field === 'rating' ? what.comment : null;
  return (
    <div className={classes.line} data-testid="change" data-field={what.field}>
      <Shown className={classes.icon} size={14} stroke={1.6} aria-hidden="true" />
      <p className={classes.text}>
        {textOf(change)}
        {comment !== null && <q className={classes.comment}>{comment}</q>}
        {onUndo && (
          <UnstyledButton className={classes.undo} data-testid="undo-merge" onClick={onUndo}>
            {t('timeline.undo')}
          </UnstyledButton>
        )}
      </p>
      <time dateTime={change.at} title={fullTime(change.at, i18n.language)}>
        {clockTime(change.at, i18n.language)}
      </time>
    </div>
  );
});
