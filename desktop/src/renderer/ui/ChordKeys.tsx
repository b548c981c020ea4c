import { Fragment } from 'react';
import { shownKeys, type Chord } from '../app/shortcuts/chords';
import { useTranslation } from '../app/texts';
import { Keys } from './Keys';
import classes from './Keys.module.css';

/** A shortcut as keys to press, one after another where it is a row of them. */
export function ChordKeys({ chord }: { chord: Chord }) {
  const { t } = useTranslation();
  return (
    <span className={classes.row}>
      {chord.split(' ').map((press, index) => (
        <Fragment key={index}>
          {index > 0 && <span className={classes.then}>{t('shortcuts.then')}</span>}
          <Keys keys={shownKeys(press)} />
        </Fragment>
      ))}
    </span>
  );
}
