import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Tag } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { dropTag, putTag } from '../../app/live/deskSetup';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { FormDialog } from '../adminUi/FormDialog';
import { useSave } from '../adminUi/useSave';

/** Puts another tag in the place of one. */
export function MergeTag({
  tag,
  others,
  onClose,
}: {
  tag: Tag;
  others: readonly Tag[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [intoId, setIntoId] = useState<string | null>(null);
  const { saving, trouble, save } = useSave('POST /tags/{id}/merge', (into) => {
    dropTag(client, tag.id);
    putTag(client, into);
    toasts.done(t('tags.merged', { name: tag.name, into: into.name }));
    onClose();
  });
  return (
    <FormDialog
      title={t('tags.mergeOf', { name: tag.name })}
      action={t('tags.merge')}
      testId="tag-merge-form"
      saving={saving}
      trouble={trouble}
      ready={intoId !== null}
      onSave={() => intoId !== null && save({ id: tag.id, intoId })}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('tags.mergeHelp', { name: tag.name })}</p>
      <Select
        label={t('tags.into')}
        data-testid="tag-into"
        data-autofocus
        searchable
        nothingFoundMessage={t('tags.noneFound')}
        value={intoId}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setIntoId}
      />
    </FormDialog>
  );
}
