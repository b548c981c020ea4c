import { Button, Checkbox, TextInput } from '@mantine/core';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';

interface Props {
  title: string;
  name?: string;
  /** Whether the person may show it to the team; undefined: that is not asked. */
  share?: boolean;
  onClose: () => void;
  onSave: (name: string, shared: boolean) => void;
}

/** Asks how a view is called, and who sees it. */
export function SaveView({ title, name = '', share, onClose, onSave }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const [shared, setShared] = useState(false);
  const wanted = text.replace(/\s+/g, ' ').trim();
  return (
    <Dialog onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '') return;
          onClose();
          onSave(wanted, shared);
        }}
      >
        <TextInput
          data-autofocus
          label={t('saved.name')}
          placeholder={t('saved.namePlaceholder')}
          maxLength={LIMITS.viewName}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="view-name"
        />
        {share && (
          <Checkbox
            mt="md"
            label={t('saved.share')}
            description={t('saved.shareHelp')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
            data-testid="view-share"
          />
        )}
        <DialogButtons onCancel={onClose}>
          <Button type="submit" disabled={wanted === ''} data-testid="view-save">
            {t('saved.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
