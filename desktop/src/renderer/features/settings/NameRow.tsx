import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { Row } from './Row';
import classes from './ProfileSection.module.css';

/** The name customers and colleagues see; empty brings back the one from Telegram. */
export function NameRow() {
  const { t } = useTranslation();
  const { me, writer } = useDesk();
  const toasts = useToasts();
  const [draft, setDraft] = useState<string | null>(null);
  const save = (displayName: string | null) => {
    writer.write({
      route: 'PUT /auth/profile',
      lane: 'profile',
      input: () => ({ displayName }),
      settle: () => setDraft(null),
      failed: (error, repeat) => toasts.failed(t('settings.name'), error, repeat),
    });
  };
  return (
    <Row label={t('settings.name')} help={t('settings.nameHelp')}>
      <form
        className={classes.name}
        onSubmit={(event) => {
          event.preventDefault();
          if (draft !== null) save(draft.trim() === '' ? null : draft.trim());
        }}
      >
        <TextInput
          aria-label={t('settings.name')}
          maxLength={64}
          value={draft ?? me.displayName}
          data-testid="profile-name"
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        {draft !== null && draft !== me.displayName && (
          <Button type="submit">{t('settings.save')}</Button>
        )}
      </form>
    </Row>
  );
}
