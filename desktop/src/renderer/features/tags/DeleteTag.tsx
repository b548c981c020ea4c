import { useQueryClient } from '@tanstack/react-query';
import type { Tag } from '@tikethet/shared/contracts';
import { dropTag } from '../../app/live/deskSetup';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { FormDialog } from '../adminUi/FormDialog';
import { useSave } from '../adminUi/useSave';

/** Asks before a tag is taken from all its tickets. @param count null: how many is not known */
export function DeleteTag({
  tag,
  count,
  onClose,
}: {
  tag: Tag;
  count: number | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const { saving, trouble, save } = useSave('DELETE /tags/{id}', () => {
    dropTag(client, tag.id);
    toasts.done(t('tags.deleted', { name: tag.name }));
    onClose();
  });
  return (
    <FormDialog
      title={t('tags.deleteTitle', { name: tag.name })}
      action={t('setup.delete')}
      danger
      testId="tag-delete-form"
      saving={saving}
      trouble={trouble}
      ready
      onSave={() => save({ id: tag.id })}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{count === 0 ? t('tags.deleteUnused') : t('tags.deleteHelp')}</p>
    </FormDialog>
  );
}
