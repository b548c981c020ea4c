import { Button } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';

/** Asks for the first and the last day on which tickets were created. */
export function CreatedRange({
  created,
  onClose,
  onChoose,
}: {
  created: string;
  onClose: () => void;
  onChoose: (created: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const [from = null, to = null] = created.includes('..') ? created.split('..') : [];
  const [days, setDays] = useState<[string | null, string | null]>([from, to]);
  const [first, last] = days;
  return (
    <Dialog onClose={onClose} title={t('filters.rangeTitle')} size="auto">
      <DatePicker
        type="range"
        allowSingleDateInRange
        locale={i18n.language}
        firstDayOfWeek={i18n.language === 'ru' ? 1 : 0}
        maxDate={new Date()}
        value={days}
        onChange={setDays}
      />
      <DialogButtons onCancel={onClose}>
        <Button
          disabled={first === null}
          data-testid="range-apply"
          onClick={() => {
            onClose();
            if (first !== null) onChoose(`${first}..${last ?? first}`);
          }}
        >
          {t('filters.apply')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
