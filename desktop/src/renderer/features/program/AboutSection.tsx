import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useBridge, type ProgramBridge, type UpdateState } from '../../app/bridge';
import { usePreferences } from '../../app/preferences';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { Group } from '../settings/Group';
import { Row } from '../settings/Row';
import classes from './Program.module.css';
import { useUpdate } from './useUpdate';

/** Which version this is, newer ones, and a file for those who mend it. */
export function AboutSection() {
  const { t } = useTranslation();
  const { program } = useBridge();
  return program === null ? (
    <Group>
      <Row label={t('app.name')} help={t('program.inBrowser')} />
    </Group>
  ) : (
    <AboutProgram program={program} />
  );
}

function AboutProgram({ program }: { program: ProgramBridge }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const about = useQuery({ queryKey: ['program'], queryFn: () => program.about() }).data;
  const save = async () => {
    const result = await program.saveReport();
    if (!result.ok) toasts.failed(t('program.report'), result.error, () => void save());
  };
  return (
    <>
      <Group>
        <Row label={t('app.name')} {...(about && { help: t('program.built', { ...about }) })}>
          <span className={classes.state} data-testid="version">
            {about?.version}
          </span>
        </Row>
        <Row label={t('settings.server')}>
          <span className={classes.state}>{about?.serverUrl}</span>
        </Row>
      </Group>
      <UpdateGroup program={program} />
      <Group title={t('program.trouble')}>
        <Row label={t('program.report')} help={t('program.reportHelp')}>
          <Button variant="default" data-testid="save-report" onClick={() => void save()}>
            {t('program.saveReport')}
          </Button>
        </Row>
      </Group>
    </>
  );
}

function UpdateGroup({ program }: { program: ProgramBridge }) {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const update = useUpdate();
  const said = useUpdateText(update);
  const busy = update.status === 'checking' || update.status === 'downloading';
  return (
    <Group title={t('program.updates')}>
      <Row
        label={
          <span data-testid="update-state" data-status={update.status}>
            {said}
          </span>
        }
      >
        {update.status === 'ready' ? (
          <Button onClick={() => void program.updates.restart()}>{t('program.restart')}</Button>
        ) : (
          update.status !== 'off' && (
            <Button
              variant="default"
              disabled={busy}
              data-testid="check-updates"
              onClick={() => void program.updates.check()}
            >
              {t('program.check')}
            </Button>
          )
        )}
      </Row>
      {update.status !== 'off' && (
        <Row label={t('program.channel')} help={t('program.channelHelp')}>
          <SegmentedControl
            aria-label={t('program.channel')}
            value={preferences.updateChannel}
            onChange={(updateChannel) => change({ updateChannel })}
            data={[
              { value: 'latest', label: t('program.channelLatest') },
              { value: 'beta', label: t('program.channelBeta') },
            ]}
          />
        </Row>
      )}
    </Group>
  );
}

function useUpdateText(update: UpdateState): string {
  const { t, i18n } = useTranslation();
  const time = (at: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(at),
    );
  switch (update.status) {
    case 'off':
      return t('program.off');
    case 'current':
      return update.checkedAt === null
        ? t('program.notChecked')
        : t('program.current', { time: time(update.checkedAt) });
    case 'checking':
      return t('program.checking');
    case 'downloading':
      return t('program.downloading', {
        version: update.version,
        percent: Math.round(update.share * 100),
      });
    case 'ready':
      return t('program.readyHelp', { version: update.version });
    case 'failed':
      return t('program.failed', { time: time(update.at) });
  }
}
