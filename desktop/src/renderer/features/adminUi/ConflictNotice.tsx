import { Button } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from '../../app/texts';
import classes from './ConflictNotice.module.css';
import type { FieldConflict } from './edits';

interface Props {
  conflict: FieldConflict;
  /** How a field is called, and how a value of it is shown; absent: as it stands. */
  describe: (field: string, value: unknown) => { label: string; shown?: ReactNode };
  onMine: () => void;
  onTheirs: () => void;
}

/** A colleague was first: both values stand side by side, and the person decides. */
export function ConflictNotice({ conflict, describe, onMine, onTheirs }: Props) {
  const { t } = useTranslation();
  const words = (field: string, value: unknown): ReactNode => {
    if (value === null || value === '') return t('conflict.empty');
    const { shown } = describe(field, value);
    return shown ?? (typeof value === 'string' ? value : JSON.stringify(value));
  };
  return (
    <div role="alert" className={classes.notice} data-testid="setup-conflict">
      <p className={classes.title}>{t('conflict.title')}</p>
      <div className={classes.values}>
        <span className={classes.head}>{t('conflict.field')}</span>
        <span className={classes.head}>{t('setup.theirs')}</span>
        <span className={classes.head}>{t('conflict.mine')}</span>
        {Object.entries(conflict).map(([field, { current, yours }]) => (
          <Fragment key={field}>
            <span className={classes.value}>{describe(field, current).label}</span>
            <span className={classes.value}>{words(field, current)}</span>
            <span className={classes.value}>{words(field, yours)}</span>
          </Fragment>
        ))}
      </div>
      <div className={classes.buttons}>
        <Button variant="default" data-testid="conflict-theirs" onClick={onTheirs}>
          {t('conflict.keepTheirs')}
        </Button>
        <Button data-testid="conflict-mine" onClick={onMine}>
          {t('conflict.keepMine')}
        </Button>
      </div>
    </div>
  );
}
