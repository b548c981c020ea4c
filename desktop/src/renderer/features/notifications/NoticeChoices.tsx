import { Checkbox, NativeSelect } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { NOTICE_KINDS, SOUNDS, type NoticeKind, type SoundName } from '../../app/native';
import { usePreferences } from '../../app/preferences';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import group from '../settings/Group.module.css';
import classes from './NoticeChoices.module.css';
import { playSound } from './sounds';

/** A line for each kind of call: whether it appears, and its sound. */
export function NoticeChoices() {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const { notices, notifications } = preferences;
  const choose = (kind: NoticeKind, wanted: Partial<{ show: boolean; sound: SoundName }>) =>
    change({ notices: { ...notices, [kind]: { ...notices[kind], ...wanted } } });
  return (
    <ul className={classes.list}>
      {NOTICE_KINDS.map((kind) => {
        const what = t(`notices.choices.${kind}`);
        const { show, sound } = notices[kind];
        return (
          <li key={kind} className={group.row} data-dense data-testid={`notice-${kind}`}>
            <Checkbox
              label={what}
              aria-label={t('notices.showOf', { what })}
              disabled={!notifications}
              checked={show}
              onChange={(event) => choose(kind, { show: event.currentTarget.checked })}
            />
            <span className={classes.sound}>
              <NativeSelect
                aria-label={t('notices.soundOf', { what })}
                size="xs"
                disabled={!notifications || !show}
                value={sound}
                onChange={(event) => {
                  const chosen = SOUNDS.find((name) => name === event.currentTarget.value);
                  if (chosen === undefined) return;
                  choose(kind, { sound: chosen });
                  playSound(chosen);
                }}
                data={SOUNDS.map((name) => ({ value: name, label: t(`notices.sounds.${name}`) }))}
              />
              <IconButton
                label={t('notices.listen', { what: t(`notices.sounds.${sound}`) })}
                disabled={sound === 'none'}
                onClick={() => playSound(sound)}
              >
                <IconPlayerPlay size={14} stroke={1.8} />
              </IconButton>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
