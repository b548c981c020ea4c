import { Button } from '@mantine/core';
import type { User } from '@tikethet/shared/contracts';
import { can, outranks } from '@tikethet/shared/permissions';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useToasts } from '../../ui/useToasts';
import classes from './CustomerPane.module.css';

/** Blocks a customer at the desk, or lets them in again; for those who may. Blocking asks first. */
export function BlockCustomer({ user }: { user: User }) {
  const { t } = useTranslation();
  const { me, writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const [asking, setAsking] = useState(false);
  if (!can(me, 'people.block') || !outranks(me.role, user.role)) return null;

  const show = (isActive: boolean) =>
    client.setQueryData<User>(keys.customer(user.id), (known) => known && { ...known, isActive });
  const set = (isActive: boolean) => {
    setAsking(false);
    writer.write({
      route: 'PUT /users/{id}/status',
      lane: user.id,
      input: () => ({ id: user.id, isActive }),
      show: () => show(isActive),
      revert: () => show(user.isActive),
      failed: (error, repeat) => toasts.failed(t('toast.what.block'), error, repeat),
    });
  };

  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        data-danger={user.isActive || undefined}
        className={classes.block}
        data-testid="block-customer"
        onClick={() => (user.isActive ? setAsking(true) : set(true))}
      >
        {t(user.isActive ? 'customer.block' : 'customer.unblock')}
      </Button>
      {asking && (
        <ConfirmDialog
          danger
          title={t('customer.blockTitle', { name: user.displayName })}
          help={t('customer.blockHelp')}
          action={t('customer.block')}
          testId="block-confirm"
          onClose={() => setAsking(false)}
          onConfirm={() => set(false)}
        />
      )}
    </>
  );
}
