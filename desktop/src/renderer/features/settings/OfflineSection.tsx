import { useQuery } from '@tanstack/react-query';
import { useBridge, WORKING_SET } from '../../app/bridge';
import { keys } from '../../app/keys';
import { useDeskSettings } from '../../app/queries/deskSetup';
import { useTranslation } from '../../app/texts';
import { fileSize } from '../../ui/bytes';
import { Group } from './Group';
import { Row } from './Row';

/** What the console keeps on this computer, for how long, and who can read it. */
export function OfflineSection() {
  const { t, i18n } = useTranslation();
  const bridge = useBridge();
  const { kind } = bridge;
  const { offlineLockDays } = useDeskSettings();
  const { data: size } = useQuery({
    queryKey: keys.storeSize,
    enabled: kind === 'electron',
    staleTime: 0,
    queryFn: () => bridge.storeSize(),
  });
  if (kind === 'web') {
    return (
      <Group>
        <Row label={t('offline.none')} help={t('offline.noneHelp')} />
      </Group>
    );
  }
  const { language } = i18n;
  const most = WORKING_SET.tickets.toLocaleString(language);
  return (
    <Group help={t('offline.lead')}>
      <Row
        label={t('offline.kept')}
        help={t('offline.keptHelp', { count: WORKING_SET.days, most })}
      />
      <Row
        label={t('offline.pictures')}
        help={t('offline.picturesHelp', {
          size: fileSize(WORKING_SET.thumbnailBytes, t, language),
        })}
      />
      <Row
        label={t('offline.size')}
        help={
          size && (
            <>
              {t('offline.tickets', { count: size.tickets })} ·{' '}
              {t('offline.thumbnails', { count: size.thumbnails })}
            </>
          )
        }
      >
        {size && <span data-testid="store-size">{fileSize(size.bytes, t, language)}</span>}
      </Row>
      <Row label={t('offline.unsent')} help={t('offline.unsentHelp')} />
      <Row label={t('offline.lock')} help={t('offline.lockHelp', { count: offlineLockDays })} />
      <Row label={t('offline.safety')} help={t('offline.safetyHelp')} />
    </Group>
  );
}
