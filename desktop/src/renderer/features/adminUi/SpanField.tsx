import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { UNITS, unitOf, type Unit } from './span';
import classes from './SpanField.module.css';

interface Props {
  label: string;
  description?: string;
  /** Minutes; null: none. */
  value: number | null;
  /** Minutes. */
  max: number;
  /** What an empty field means. */
  placeholder: string;
  testId: string;
  onChange: (minutes: number | null) => void;
}

/** A span of time: a number and its unit. Empty is an answer too. */
export function SpanField({ value, max, onChange, ...props }: Props) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>(() => (value === null ? 'hours' : unitOf(value)));
  const most = Math.floor(max / UNITS[unit]);
  const put = (amount: number | string, of: Unit): void => {
    const number = Math.floor(Number(amount));
    const fits = amount !== '' && Number.isFinite(number) && number > 0;
    onChange(fits ? Math.min(number * UNITS[of], max) : null);
  };
  return (
    <div className={classes.fields}>
      <NumberInput
        className={classes.amount}
        label={props.label}
        description={props.description}
        placeholder={props.placeholder}
        min={1}
        max={most}
        allowDecimal={false}
        allowNegative={false}
        value={value === null ? '' : value / UNITS[unit]}
        data-testid={props.testId}
        onChange={(amount) => put(amount, unit)}
      />
      <Select
        className={classes.unit}
        aria-label={t('setup.unitOf', { what: props.label })}
        value={unit}
        allowDeselect={false}
        data={(Object.keys(UNITS) as Unit[]).map((one) => ({
          value: one,
          label: t(`setup.units.${one}`),
        }))}
        onChange={(chosen) => {
          if (chosen === null) return;
          if (value !== null) put(value / UNITS[unit], chosen);
          setUnit(chosen);
        }}
      />
    </div>
  );
}
