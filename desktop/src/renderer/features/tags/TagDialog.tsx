import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Tag } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putTag } from '../../app/live/deskSetup';
import { useToasts } from '../../ui/useToasts';
import { ColorField } from '../adminUi/ColorField';
import { FormDialog } from '../adminUi/FormDialog';
import { useSave } from '../adminUi/useSave';

/**
 * A tag's name and colour.
 * @param tag null: a new one
 * @param onMerge the wanted name is another tag's: put that one in the place of this
 */
export function TagDialog({
  tag,
  onClose,
  onMerge,
}: {
  tag: Tag | null;
  onClose: () => void;
  onMerge: (tag: Tag) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [name, setName] = useState(tag?.name ?? '');
  const [color, setColor] = useState(tag?.color ?? null);
  const done = (saved: Tag): void => {
    putTag(client, saved);
    toasts.done(t(tag === null ? 'tags.added' : 'setup.saved'));
    onClose();
  };
  const adding = useSave('POST /tags', done);
  const changing = useSave('PUT /tags/{id}', done);
  const { saving, error, trouble } = tag === null ? adding : changing;
  const taken = error?.code === 'already_exists';

  return (
    <FormDialog
      title={t(tag === null ? 'tags.new' : 'tags.edit')}
      testId="tag-form"
      saving={saving}
      trouble={taken ? t('tags.taken') : trouble}
      remedy={
        taken &&
        tag !== null && (
          <Button variant="default" data-testid="merge-instead" onClick={() => onMerge(tag)}>
            {t('tags.mergeInstead')}
          </Button>
        )
      }
      ready={name.trim() !== '' && (name !== tag?.name || color !== tag.color)}
      onSave={() =>
        tag === null ? adding.save({ name, color }) : changing.save({ id: tag.id, name, color })
      }
      onClose={onClose}
    >
      <TextInput
        label={t('tags.name')}
        description={tag === null ? undefined : t('tags.renameHelp')}
        data-testid="tag-name"
        data-autofocus
        maxLength={LIMITS.tag}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ColorField label={t('setup.color')} optional value={color} onChange={setColor} />
    </FormDialog>
  );
}
