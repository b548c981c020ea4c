import { useTranslation } from 'react-i18next';
import { useBridge, WORKING_SET } from '../../app/bridge';
import { useDeskSettings } from '../../app/queries/deskSetup';
import { Group } from './Group';
import { Row } from './Row';

/** What the console keeps on this computer, for how long, and who can read it. */
export function OfflineSection() {
  const { t, i18n } = useTranslation();
  const { kind } = useBridge();
  const { offlineLockDays } = useDeskSettings();
  if (kind === 'web') {
    return (
      <Group>
        <Row label={t('offline.none')} help={t('offline.noneHelp')} />
      </Group>
    );
  }
  const most = WORKING_SET.tickets.toLocaleString(i18n.language);
  return (
    <Group help={t('offline.lead')}>
      <Row
        label={t('offline.kept')}
        help={t('offline.keptHelp', { count: WORKING_SET.days, most })}
      />
      <Row label={t('offline.unsent')} help={t('offline.unsentHelp')} />
      <Row label={t('offline.lock')} help={t('offline.lockHelp', { count: offlineLockDays })} />
      <Row label={t('offline.safety')} help={t('offline.safetyHelp')} />
    </Group>
  );
}
