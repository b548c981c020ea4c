import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Priority } from '@tikethet/shared/contracts';
import { putPriority } from '../../app/live/deskSetup';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { ColorField } from '../adminUi/ColorField';
import { ConflictNotice } from '../adminUi/ConflictNotice';
import { FormDialog } from '../adminUi/FormDialog';
import { spanText } from '../adminUi/span';
import { SpanField } from '../adminUi/SpanField';
import { useEditing } from '../adminUi/useEditing';

/** Characters of a name. */
const NAME_LENGTH = 40;
/** Minutes: a year. */
const LONGEST = 525_600;

const LABELS = {
  name: 'setup.nameRu',
  nameEn: 'setup.nameEn',
  color: 'setup.color',
  firstResponseMinutes: 'priorities.first',
  resolutionMinutes: 'priorities.resolution',
} as const;

/** One priority's name, colour and promises. */
export function PriorityDialog({ priority, onClose }: { priority: Priority; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const { priority: name, ...live } = priority;
  const editing = useEditing({
    route: 'PUT /priorities/{priority}',
    which: { priority: name },
    live,
    done(saved) {
      putPriority(client, saved);
      toasts.done(t('setup.saved'));
      onClose();
    },
  });
  const { form, change, conflict } = editing;
  const complete = form.name.trim() !== '' && form.nameEn.trim() !== '';
  const describe = (field: string, value: unknown) => {
    const label = t(LABELS[field as keyof typeof LABELS]);
    return typeof value === 'number' ? { label, shown: spanText(value, t) } : { label };
  };

  return (
    <FormDialog
      title={t(`priority.${name}`)}
      testId="priority-form"
      saving={editing.saving}
      trouble={editing.trouble}
      remedy={
        conflict && (
          <ConflictNotice
            conflict={conflict}
            describe={describe}
            onMine={editing.keepMine}
            onTheirs={editing.keepTheirs}
          />
        )
      }
      ready={complete && editing.dirty && conflict === null}
      onSave={editing.save}
      onClose={onClose}
    >
      <TextInput
        label={t('setup.nameRu')}
        data-testid="name-ru"
        data-autofocus
        maxLength={NAME_LENGTH}
        value={form.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('setup.nameEn')}
        data-testid="name-en"
        maxLength={NAME_LENGTH}
        value={form.nameEn}
        onChange={(event) => change({ nameEn: event.currentTarget.value })}
      />
      <ColorField
        label={t('setup.color')}
        optional
        value={form.color}
        onChange={(color) => change({ color })}
      />
      <SpanField
        label={t('priorities.first')}
        value={form.firstResponseMinutes}
        max={LONGEST}
        placeholder={t('priorities.noPromise')}
        testId="first-response"
        onChange={(firstResponseMinutes) => change({ firstResponseMinutes })}
      />
      <SpanField
        label={t('priorities.resolution')}
        description={t('priorities.resolutionHelp')}
        value={form.resolutionMinutes}
        max={LONGEST}
        placeholder={t('priorities.noPromise')}
        testId="resolution"
        onChange={(resolutionMinutes) => change({ resolutionMinutes })}
      />
    </FormDialog>
  );
}
