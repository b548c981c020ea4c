import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useChangeConsoleSettings, useConsoleSettings } from '../../app/queries/consoleSettings';
import type { ChosenKeys } from '../../app/shortcuts/bindings';
import { shownKeys } from '../../app/shortcuts/chords';
import {
  SHORTCUT_GROUPS,
  SHORTCUT_IDS,
  shortcut,
  type ShortcutId,
} from '../../app/shortcuts/registry';
import { useShortcutHub } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { MOD } from '../../ui/Keys';
import { Group } from '../settings/Group';
import { holderOf, refusalOf, withKeys } from './changeKeys';
import { KeyRow } from './KeyRow';
import classes from './KeysSection.module.css';
import type { Captured } from './useCapture';

/** Every key of the console, and changing them: they go with the person to every device. */
export function KeysSection() {
  const { t } = useTranslation();
  const { bindings } = useShortcutHub();
  const settings = useConsoleSettings();
  const chosen = settings.shortcuts as ChosenKeys;
  const save = useChangeConsoleSettings();
  const [changing, setChanging] = useState<ShortcutId | null>(null);
  /** What there is to say about the last change, at its row. */
  const [said, setSaid] = useState<{ id: ShortcutId; text: string } | null>(null);

  const finish = useCallback(
    (captured: Captured) => {
      setChanging(null);
      if (changing === null || captured === 'cancelled') return;
      const { keys: chord } = captured;
      const keys = chord === null ? '' : shownKeys(chord).join(' ');
      const refusal = chord === null ? null : refusalOf(changing, chord);
      if (refusal !== null) {
        setSaid({ id: changing, text: t(`shortcuts.refused.${refusal}`, { keys, mod: MOD }) });
        return;
      }
      const holder = chord === null ? null : holderOf(bindings, changing, chord);
      if (holder !== null && shortcut(holder).fixed) {
        setSaid({ id: changing, text: t('shortcuts.refused.reserved', { keys }) });
        return;
      }
      const name = holder === null ? '' : t(`shortcuts.names.${holder}`);
      const text = t('shortcuts.taken', { keys, name });
      setSaid(holder === null ? null : { id: changing, text });
      save({ shortcuts: withKeys(chosen, bindings, changing, chord) });
    },
    [bindings, changing, chosen, save, t],
  );
  const reset = (id: ShortcutId) => {
    const { [id]: _own, ...rest } = settings.shortcuts;
    setSaid(null);
    save({ shortcuts: rest });
  };

  return (
    <>
      <div className={classes.head}>
        <p className={classes.lead}>{t('shortcuts.hint', { mod: MOD })}</p>
        <Button
          variant="default"
          disabled={Object.keys(settings.shortcuts).length === 0}
          data-testid="keys-reset"
          onClick={() => {
            setSaid(null);
            save({ shortcuts: {} });
          }}
        >
          {t('shortcuts.resetAll')}
        </Button>
      </div>
      {SHORTCUT_GROUPS.map((group) => (
        <Group key={group} title={t(`shortcuts.groups.${group}`)}>
          {SHORTCUT_IDS.filter((id) => shortcut(id).group === group).map((id) => (
            <KeyRow
              key={id}
              id={id}
              keys={bindings.keysOf(id)}
              own={chosen[id] !== undefined}
              changing={changing === id}
              said={said?.id === id ? said.text : undefined}
              onChange={() => {
                setSaid(null);
                setChanging(id);
              }}
              onDone={finish}
              onReset={() => reset(id)}
            />
          ))}
        </Group>
      ))}
    </>
  );
}
