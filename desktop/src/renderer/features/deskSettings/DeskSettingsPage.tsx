import { Alert, Button, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import {
  DESK_NAME_LENGTH,
  GREETING_LENGTH,
  SETTING_LIMITS,
  type DeskSettings,
} from '@tikethet/shared/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { DEFAULT_RULES } from '@tikethet/shared/tickets';
import { useConnection } from '../../app/connection';
import { keys } from '../../app/keys';
import { useDeskQuery } from '../../app/queries/deskSetup';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { AdminPage } from '../adminUi/AdminPage';
import { ConflictNotice } from '../adminUi/ConflictNotice';
import { Loaded } from '../adminUi/Loaded';
import { useEditing } from '../adminUi/useEditing';
import { Group } from '../settings/Group';
import { Row } from '../settings/Row';
import classes from './DeskSettingsPage.module.css';

/** What holds for the whole desk. */
export function DeskSettingsPage() {
  const { t } = useTranslation();
  return (
    <AdminPage
      title={t('admin.pages.settings')}
      help={t('deskSettings.help')}
      testId="desk-settings-page"
    >
      <Loaded query={useDeskQuery()}>{(data) => <SettingsForm settings={data} />}</Loaded>
    </AdminPage>
  );
}

const LABELS = {
  name: 'deskSettings.name',
  greeting: 'deskSettings.inRussian',
  greetingEn: 'deskSettings.inEnglish',
  reopenDays: 'deskSettings.reopenDays',
  autoCloseHours: 'deskSettings.autoClose',
  editMinutes: 'deskSettings.editMinutes',
  offlineLockDays: 'deskSettings.offlineLockDays',
} as const satisfies Record<keyof DeskSettings, string>;

type NumberName = keyof typeof SETTING_LIMITS;

function SettingsForm({ settings }: { settings: DeskSettings }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const offline = useConnection().status === 'offline';
  const editing = useEditing({
    route: 'PUT /desk',
    which: {},
    live: settings,
    done(saved) {
      client.setQueryData(keys.deskSettings, saved);
      toasts.done(t('setup.saved'));
    },
  });
  const { form, change, dirty, saving, trouble, conflict } = editing;
  const said = (text: string) => (text.trim() === '' ? null : text);

  const number = (name: NumberName, unit: string) => (
    <NumberInput
      className={classes.number}
      aria-label={t(`deskSettings.${name}`)}
      data-testid={name}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      suffix={` ${unit}`}
      {...SETTING_LIMITS[name]}
      value={form[name] ?? ''}
      onChange={(value) => typeof value === 'number' && change({ [name]: value })}
    />
  );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && !offline && conflict === null) editing.save();
      }}
    >
      <Group title={t('deskSettings.customers')}>
        <Row label={t('deskSettings.name')} help={t('deskSettings.nameHelp')}>
          <TextInput
            aria-label={t('deskSettings.name')}
            data-testid="desk-name"
            maxLength={DESK_NAME_LENGTH}
            value={form.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </Row>
        <div className={classes.greetings}>
          <div>{t('deskSettings.greeting')}</div>
          <p className={classes.help}>{t('deskSettings.greetingHelp')}</p>
          <div className={classes.pair}>
            <Textarea
              label={t('deskSettings.inRussian')}
              autosize
              minRows={3}
              maxRows={10}
              data-testid="greeting-ru"
              maxLength={GREETING_LENGTH}
              value={form.greeting ?? ''}
              onChange={(event) => change({ greeting: said(event.currentTarget.value) })}
            />
            <Textarea
              label={t('deskSettings.inEnglish')}
              autosize
              minRows={3}
              maxRows={10}
              data-testid="greeting-en"
              maxLength={GREETING_LENGTH}
              value={form.greetingEn ?? ''}
              onChange={(event) => change({ greetingEn: said(event.currentTarget.value) })}
            />
          </div>
        </div>
      </Group>
      <Group title={t('deskSettings.tickets')}>
        <Row label={t('deskSettings.reopenDays')} help={t('deskSettings.reopenDaysHelp')}>
          {number('reopenDays', t('deskSettings.days'))}
        </Row>
        <Row label={t('deskSettings.autoClose')} help={t('deskSettings.autoCloseHelp')}>
          <span className={classes.choice}>
            <Switch
              aria-label={t('deskSettings.autoClose')}
              data-testid="auto-close"
              checked={form.autoCloseHours !== null}
              onChange={(event) =>
                change({
                  autoCloseHours: event.currentTarget.checked
                    ? (settings.autoCloseHours ?? DEFAULT_RULES.autoCloseHours)
                    : null,
                })
              }
            />
            {form.autoCloseHours !== null && number('autoCloseHours', t('deskSettings.hours'))}
          </span>
        </Row>
        <Row label={t('deskSettings.editMinutes')} help={t('deskSettings.editMinutesHelp')}>
          {number('editMinutes', t('deskSettings.minutes'))}
        </Row>
      </Group>
      <Group title={t('deskSettings.security')}>
        <Row label={t('deskSettings.offlineLockDays')} help={t('deskSettings.offlineLockHelp')}>
          {number('offlineLockDays', t('deskSettings.days'))}
        </Row>
      </Group>
      {conflict && (
        <ConflictNotice
          conflict={conflict}
          describe={(field) => ({ label: t(LABELS[field as keyof DeskSettings]) })}
          onMine={editing.keepMine}
          onTheirs={editing.keepTheirs}
        />
      )}
      <div className={classes.bar}>
        {trouble !== null && (
          <Alert color="red" role="alert" className={classes.trouble}>
            {trouble}
          </Alert>
        )}
        {offline && dirty && <span className={classes.help}>{t('setup.offline')}</span>}
        <span className={classes.space} />
        {dirty && (
          <Button variant="default" onClick={editing.discard}>
            {t('setup.discard')}
          </Button>
        )}
        <Button
          type="submit"
          data-testid="desk-save"
          loading={saving}
          disabled={!dirty || offline || conflict !== null || form.name.trim() === ''}
        >
          {t('setup.save')}
        </Button>
      </div>
    </form>
  );
}
