import { Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Me } from '@tikethet/shared/contracts';
import { STAFF_NOTICES, type StaffNotice } from '@tikethet/shared/notices';
import { unwrap, useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { Group } from './Group';
import { Row } from './Row';

/** What the bot writes to the person about as a member of the team. */
export function TelegramNotices() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const { data } = useQuery({
    queryKey: keys.me,
    queryFn: () => unwrap(bridge.read('GET /auth/me', {})),
  });
  if (!data) return null;
  const { staffNotices } = data.preferences;
  const show = (notice: StaffNotice, wanted: boolean) =>
    client.setQueryData<Me>(keys.me, (known) =>
      known === undefined
        ? undefined
        : {
            ...known,
            preferences: {
              ...known.preferences,
              staffNotices: { ...known.preferences.staffNotices, [notice]: wanted },
            },
          },
    );
  const set = (notice: StaffNotice, wanted: boolean) => {
    show(notice, wanted);
    writer.write({
      route: 'PUT /auth/profile',
      lane: 'profile',
      input: () => ({ preferences: { staffNotices: { [notice]: wanted } } }),
      settle: (me) => client.setQueryData(keys.me, me),
      failed: (error, repeat) => {
        show(notice, !wanted);
        toasts.failed(t('settings.telegram'), error, repeat);
      },
    });
  };
  return (
    <Group title={t('settings.telegram')} help={t('settings.telegramHelp')}>
      {STAFF_NOTICES.map((notice) => (
        <Row key={notice} label={t(`settings.notice.${notice}`)}>
          <Switch
            aria-label={t(`settings.notice.${notice}`)}
            checked={staffNotices[notice]}
            data-testid={`notice-${notice}`}
            onChange={(event) => set(notice, event.currentTarget.checked)}
          />
        </Row>
      ))}
    </Group>
  );
}
