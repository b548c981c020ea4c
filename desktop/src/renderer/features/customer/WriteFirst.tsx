import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { PersonRef } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { WriteFirstDialog } from './WriteFirstDialog';

const NEEDED = ['ticket.createForCustomer', 'ticket.reply', 'ticket.take'] as const;

/** A way to begin a new conversation with somebody the desk knows; for those who may. */
export function WriteFirst({ customer }: { customer: Pick<PersonRef, 'id' | 'displayName'> }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const [open, setOpen] = useState(false);
  if (!NEEDED.every((right) => can(me, right))) return null;
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconSend size={12} stroke={1.6} />}
        data-testid="write-first"
        onClick={() => setOpen(true)}
      >
        {t('customer.write')}
      </Button>
      {open && <WriteFirstDialog customer={customer} onClose={() => setOpen(false)} />}
    </>
  );
}
