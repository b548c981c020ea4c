import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../app/texts';
import { Picker, type PickerHandle } from '../../ui/Picker';
import type { FilterKind } from './filterKinds';
import classes from './FilterBar.module.css';

interface Props {
  kind: FilterKind;
  /** It was just asked for: its options open by themselves. */
  fresh: boolean;
  onPick: (value: string) => void;
  onClear: () => void;
  onClose: () => void;
}

/** One filter in use: what it lets through, and a cross that lets everything through again. */
export function FilterChip({ kind, fresh, onPick, onClear, onClose }: Props) {
  const { t } = useTranslation();
  const picker = useRef<PickerHandle>(null);
  useEffect(() => {
    if (fresh) picker.current?.open();
  }, [fresh]);
  const { label, options, selected } = kind;
  const names = options.filter(({ value }) => selected.includes(value)).map((one) => one.label);
  const [first, ...rest] = names;
  const summary =
    first === undefined || rest.length === 0
      ? first
      : t('filters.several', { name: first, count: rest.length });
  return (
    <span className={classes.chip}>
      <Picker
        variant="filter"
        several={kind.several}
        label={label}
        valueText={names.join(', ') || t('filters.anyone')}
        options={options}
        selected={selected}
        active={selected.length > 0}
        onPick={onPick}
        onClose={onClose}
        handle={picker}
        testId={`filter-${kind.name}`}
        {...(kind.searched && {
          search: {
            placeholder: t('filters.find'),
            empty: t('filters.none'),
            ...(kind.onText && { onText: kind.onText }),
          },
        })}
      >
        <span>{summary === undefined ? label : `${label}: ${summary}`}</span>
      </Picker>
      {selected.length > 0 && (
        <button
          type="button"
          className={classes.drop}
          aria-label={`${t('filters.clear')}: ${label}`}
          onClick={onClear}
        >
          <IconX size={12} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
