import { UnstyledButton } from '@mantine/core';
import type { Message } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { fullTime } from '../../ui/time';
import classes from './Bubble.module.css';
import { History } from './History';

/** Says that a message was changed; leads to what it said before. */
export function EditedMark({ message }: { message: Message }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  if (message.editedAt === null) return null;
  return (
    <>
      <UnstyledButton
        className={classes.edited}
        data-testid="edited"
        title={`${t('history.open')} · ${fullTime(message.editedAt, i18n.language)}`}
        onClick={() => setOpen(true)}
      >
        {t('conversation.edited')}
      </UnstyledButton>
      {open && <History message={message} onClose={() => setOpen(false)} />}
    </>
  );
}
