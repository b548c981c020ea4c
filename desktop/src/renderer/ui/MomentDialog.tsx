import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import { Button } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from '../app/texts';
import { Dialog, DialogButtons } from './Dialog';

interface Props {
  title: string;
  /** The word on the button. */
  action: string;
  onClose: () => void;
  onPick: (at: Date) => void;
}

/** Any moment from now to a year ahead. */
export function MomentDialog({ title, action, onClose, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const [value, setValue] = useState<string | null>(null);
  const [now] = useState(() => new Date());
  // The picker speaks of this computer's clock, without a zone.
  const at = value === null ? null : new Date(value.replace(' ', 'T'));
  const ahead = at !== null && at.getTime() > Date.now();
  return (
    <Dialog onClose={onClose} title={title} size="sm">
      <DateTimePicker
        label={t('moment.when')}
        placeholder={t('moment.choose')}
        value={value}
        onChange={setValue}
        locale={i18n.language}
        firstDayOfWeek={1}
        minDate={now}
        maxDate={new Date(now.getFullYear() + 1, now.getMonth(), now.getDate())}
        valueFormat={i18n.language === 'ru' ? 'D MMMM YYYY, HH:mm' : 'MMM D, YYYY, HH:mm'}
        timePickerProps={{ withDropdown: false }}
        popoverProps={{ withinPortal: true }}
        submitButtonProps={{ 'aria-label': t('moment.done') }}
        data-autofocus
        data-testid="moment-input"
        error={at !== null && !ahead ? t('moment.past') : undefined}
      />
      <DialogButtons onCancel={onClose} mt="lg">
        <Button
          disabled={!ahead}
          data-testid="moment-confirm"
          onClick={() => at !== null && onPick(at)}
        >
          {action}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
