import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Tag } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { putTag } from '../../app/live/deskSetup';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { ColorField } from '../adminUi/ColorField';
import { ConflictNotice } from '../adminUi/ConflictNotice';
import { FormDialog } from '../adminUi/FormDialog';
import { useEditing } from '../adminUi/useEditing';
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
  const done = (saved: Tag): void => {
    putTag(client, saved);
    toasts.done(t(tag === null ? 'tags.added' : 'setup.saved'));
    onClose();
  };
  const adding = useSave('POST /tags', done);
  const editing = useEditing({
    route: 'PUT /tags/{id}',
    which: tag === null ? {} : { id: tag.id },
    live: { name: tag?.name ?? '', color: tag?.color ?? null },
    done,
  });
  const { form, change, conflict } = editing;
  const { saving, error, trouble } = tag === null ? adding : editing;
  const taken = error?.code === 'already_exists';

  return (
    <FormDialog
      title={t(tag === null ? 'tags.new' : 'tags.edit')}
      testId="tag-form"
      saving={saving}
      trouble={taken ? t('tags.taken') : trouble}
      remedy={
        conflict ? (
          <ConflictNotice
            conflict={conflict}
            describe={(field) => ({ label: t(field === 'name' ? 'tags.name' : 'setup.color') })}
            onMine={editing.keepMine}
            onTheirs={editing.keepTheirs}
          />
        ) : (
          taken &&
          tag !== null && (
            <Button variant="default" data-testid="merge-instead" onClick={() => onMerge(tag)}>
              {t('tags.mergeInstead')}
            </Button>
          )
        )
      }
      ready={form.name.trim() !== '' && editing.dirty && conflict === null}
      onSave={() => (tag === null ? adding.save(form) : editing.save())}
      onClose={onClose}
    >
      <TextInput
        label={t('tags.name')}
        description={tag === null ? undefined : t('tags.renameHelp')}
        data-testid="tag-name"
        data-autofocus
        maxLength={LIMITS.tag}
        value={form.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <ColorField
        label={t('setup.color')}
        optional
        value={form.color}
        onChange={(color) => change({ color })}
      />
    </FormDialog>
  );
}
