import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Priority } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putPriority } from '../../app/live/deskSetup';
import { useToasts } from '../../ui/useToasts';
import { ColorField } from '../adminUi/ColorField';
import { FormDialog } from '../adminUi/FormDialog';
import { SpanField } from '../adminUi/SpanField';
import { useSave } from '../adminUi/useSave';

/** Characters of a name. */
const NAME_LENGTH = 40;
/** Minutes: a year. */
const LONGEST = 525_600;

/** One priority's name, colour and promises. */
export function PriorityDialog({ priority, onClose }: { priority: Priority; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [form, setForm] = useState(priority);
  const change = (part: Partial<Priority>) => setForm((now) => ({ ...now, ...part }));
  const { saving, trouble, save } = useSave('PUT /priorities/{priority}', (saved) => {
    putPriority(client, saved);
    toasts.done(t('setup.saved'));
    onClose();
  });
  const complete = form.name.trim() !== '' && form.nameEn.trim() !== '';
  const changed = JSON.stringify(form) !== JSON.stringify(priority);

  return (
    <FormDialog
      title={t(`priority.${priority.priority}`)}
      testId="priority-form"
      saving={saving}
      trouble={trouble}
      ready={complete && changed}
      onSave={() => save(form)}
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
