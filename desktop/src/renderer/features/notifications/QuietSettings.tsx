import { Button, Menu, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Preferences } from '../../app/bridge';
import { ENDLESS, quietChoices } from '../../app/native';
import { usePreferences } from '../../app/preferences';
import { useTranslation } from '../../app/texts';
import { clockTime, fullTime, useNow } from '../../ui/time';
import { Row } from '../settings/Row';
import classes from './NoticeChoices.module.css';

type QuietHours = NonNullable<Preferences['quietHours']>;

const NIGHT: QuietHours = { from: '22:00', to: '08:00' };
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Quiet for now, and quiet every day. */
export function QuietSettings() {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const { quietHours } = preferences;
  return (
    <>
      <MuteRow />
      <Row label={t('notices.quietHours')} help={t('notices.quietHoursHelp')}>
        <Switch
          aria-label={t('notices.quietHours')}
          data-testid="quiet-hours"
          checked={quietHours !== null}
          onChange={(event) => change({ quietHours: event.currentTarget.checked ? NIGHT : null })}
        />
      </Row>
      {quietHours !== null && (
        <Row label="">
          <span className={classes.times}>
            <Clock
              label={t('notices.from')}
              value={quietHours.from}
              onChange={(from) => change({ quietHours: { ...quietHours, from } })}
            />
            <Clock
              label={t('notices.to')}
              value={quietHours.to}
              onChange={(to) => change({ quietHours: { ...quietHours, to } })}
            />
          </span>
        </Row>
      )}
    </>
  );
}

function Clock({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  // While it is being typed it may be no time at all.
  const [typed, setTyped] = useState(value);
  return (
    <TextInput
      type="time"
      size="xs"
      label={label}
      value={typed}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        if (CLOCK.test(next)) onChange(next);
      }}
      onBlur={() => setTyped(value)}
    />
  );
}

function MuteRow() {
  const { t, i18n } = useTranslation();
  const { preferences, change } = usePreferences();
  const now = new Date(useNow());
  const { mutedUntil } = preferences;
  const muted = mutedUntil !== null && now.toISOString() < mutedUntil;
  const isToday = muted && new Date(mutedUntil).toDateString() === now.toDateString();
  const time = muted
    ? isToday
      ? clockTime(mutedUntil, i18n.language)
      : fullTime(mutedUntil, i18n.language)
    : '';
  return (
    <Row
      label={t('notices.mute')}
      {...(muted && {
        help:
          mutedUntil === ENDLESS ? t('notices.mutedEndless') : t('notices.mutedUntil', { time }),
      })}
    >
      {muted ? (
        <Button variant="default" data-testid="unmute" onClick={() => change({ mutedUntil: null })}>
          {t('notices.unmute')}
        </Button>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              data-testid="mute"
              aria-label={`${t('notices.mute')}: ${t('notices.muteFor')}`}
            >
              {t('notices.muteFor')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {quietChoices(now).map(({ name, until }) => (
              <Menu.Item key={name} onClick={() => change({ mutedUntil: until })}>
                {t(`notices.quietFor.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Row>
  );
}
