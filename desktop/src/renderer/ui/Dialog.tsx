import { Button, Group, Modal, type MantineSpacing, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../app/texts';

/** A window over the page, open while it is rendered. Its cross has a name. */
export function Dialog(props: Omit<ModalProps, 'opened'> & { opened?: boolean }) {
  const { t } = useTranslation();
  return <Modal opened closeButtonProps={{ 'aria-label': t('app.close') }} {...props} />;
}

/** The foot of a dialog: the way back, where one is needed, and the ways on. */
export function DialogButtons({
  onCancel,
  mt = 'md',
  children,
}: {
  onCancel?: () => void;
  mt?: MantineSpacing;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="sm" mt={mt}>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      )}
      {children}
    </Group>
  );
}
