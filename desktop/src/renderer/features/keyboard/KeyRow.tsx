import { IconRotate } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { shownKeys, type Chord } from '../../app/shortcuts/chords';
import { shortcut, type ShortcutId } from '../../app/shortcuts/registry';
import { useTranslation } from '../../app/texts';
import { ChordKeys } from '../../ui/ChordKeys';
import { IconButton } from '../../ui/IconButton';
import { Row } from '../settings/Row';
import classes from './KeysSection.module.css';
import { useCapture, type Captured } from './useCapture';

interface Props {
  id: ShortcutId;
  keys: readonly Chord[];
  /** They are not the usual ones. */
  own: boolean;
  changing: boolean;
  /** What came of the last change. */
  said: string | undefined;
  onChange: () => void;
  onDone: (captured: Captured) => void;
  onReset: () => void;
}

/** One shortcut: what it does, its keys as a button that takes new ones. */
export function KeyRow({
  id,
  keys,
  own,
  changing,
  said: outcome,
  onChange,
  onDone,
  onReset,
}: Props) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  // The listening field goes; the focus comes back to where it was pressed.
  useEffect(() => {
    if (was.current && !changing) button.current?.focus();
    was.current = changing;
  }, [changing]);
  const name = t(`shortcuts.names.${id}`);
  const shown = keys.map((chord) => shownKeys(chord).join(' ')).join(', ');
  return (
    <Row
      label={name}
      help={outcome === undefined ? undefined : <span role="status">{outcome}</span>}
    >
      <span className={classes.keys}>
        {own && (
          <IconButton label={t('shortcuts.reset', { name })} onClick={onReset}>
            <IconRotate size={14} stroke={1.6} />
          </IconButton>
        )}
        {changing ? (
          <Listening onDone={onDone} />
        ) : shortcut(id).fixed ? (
          <span className={classes.fixed}>
            <ChordKeys chord={keys[0] ?? ''} />
          </span>
        ) : (
          <button
            ref={button}
            type="button"
            className={classes.change}
            aria-label={t('shortcuts.changeOf', { name, keys: shown || t('shortcuts.none') })}
            data-testid={`keys-${id}`}
            onClick={onChange}
          >
            {keys.length === 0 ? (
              <span className={classes.none}>{t('shortcuts.none')}</span>
            ) : (
              keys.map((chord) => <ChordKeys key={chord} chord={chord} />)
            )}
          </button>
        )}
      </span>
    </Row>
  );
}

function Listening({ onDone }: { onDone: (captured: Captured) => void }) {
  const { t } = useTranslation();
  const first = useCapture(onDone);
  return (
    <span className={classes.listening} role="status" data-testid="keys-listening">
      {first === '' ? t('shortcuts.press') : `${shownKeys(first).join(' ')} …`}
    </span>
  );
}
