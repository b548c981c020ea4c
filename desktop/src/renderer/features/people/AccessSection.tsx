import { Button } from '@mantine/core';
import type { User } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Group } from '../settings/Group';
import { Row } from '../settings/Row';
import { usePersonWrites } from './usePersonWrites';

/** Blocks a person, or lets them in again. */
export function AccessSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const { setActive } = usePersonWrites(user);
  const [asking, setAsking] = useState(false);
  return (
    <Group>
      <Row label={t('people.access')} help={t('people.accessHelp')}>
        <Button
          variant={user.isActive ? 'light' : 'default'}
          color={user.isActive ? 'red' : undefined}
          data-testid="person-access"
          onClick={() => (user.isActive ? setAsking(true) : setActive(true))}
        >
          {t(user.isActive ? 'people.block' : 'people.unblock')}
        </Button>
      </Row>
      {asking && (
        <ConfirmDialog
          danger
          title={t('people.askBlock', { name: user.displayName })}
          help={t('people.askBlockHelp')}
          action={t('people.block')}
          testId="block-confirm"
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setActive(false);
            setAsking(false);
          }}
        />
      )}
    </Group>
  );
}
