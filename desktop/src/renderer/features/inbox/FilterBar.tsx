import { IconFilter, IconX } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { memo, useRef, useState } from 'react';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useCategories } from '../../app/queries/categories';
import { useTags } from '../../app/queries/deskSetup';
import { useTicketCounts } from '../../app/queries/tickets';
import { useTranslation } from '../../app/texts';
import { Picker, type PickerHandle } from '../../ui/Picker';
import { CreatedRange } from './CreatedRange';
import { DECIDED, filterKinds } from './filterKinds';
import { FilterChip } from './FilterChip';
import classes from './FilterBar.module.css';
import { isNarrowed, NO_FILTERS, type ChosenFilters } from './filters';
import { useAssigneeOptions } from './useAssigneeOptions';
import { useCustomerChoice } from './useCustomerChoice';
import { decidedBy, type View } from './views';

interface Props {
  view: View;
  chosen: ChosenFilters;
  tickets: readonly Ticket[];
  onChoose: (change: Partial<ChosenFilters>) => void;
}

/** Narrows the list: each filter in use is a chip that says what it lets through. */
export const FilterBar = memo(function FilterBar({ view, chosen, tickets, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  const { categories } = useCategories();
  const counts = useTicketCounts();
  const catalogue = useTags();
  const assignees = useAssigneeOptions();
  const customers = useCustomerChoice(tickets, chosen.customerId);
  const menu = useRef<PickerHandle>(null);
  /** The filter just asked for: it stands as a chip before anything of it is picked. */
  const [begun, setBegun] = useState<string | null>(null);
  const [ranging, setRanging] = useState(false);
  useShortcuts({ filter: () => menu.current?.open() });

  const decided = new Set(
    chosen.search === '' ? [...decidedBy(view)].map((key) => DECIDED[key]) : [],
  );
  const tags = [
    ...new Set([
      ...Object.keys(counts.data?.byTag ?? {}),
      ...(catalogue.data ?? []).map(({ name }) => name),
    ]),
  ];
  const { language } = i18n;
  const sources = { t, language, chosen, categories, assignees, tags, customers };
  const kinds = filterKinds(sources).filter(({ name }) => !decided.has(name));
  const shown = kinds.filter(({ name, selected }) => selected.length > 0 || name === begun);
  const others = kinds.filter(
    (kind) => !shown.includes(kind) && (kind.options.length > 0 || kind.onText),
  );

  return (
    <div className={classes.bar} role="group" aria-label={t('filters.label')}>
      {shown.map((kind) => (
        <FilterChip
          key={kind.name}
          kind={kind}
          fresh={kind.name === begun}
          onPick={(value) => {
            const change = kind.pick(value);
            if (change === null) setRanging(true);
            else onChoose(change);
          }}
          onClear={() => onChoose(kind.clear)}
          onClose={() => setBegun((name) => (name === kind.name ? null : name))}
        />
      ))}
      <Picker
        variant="quiet"
        label={t('filters.addLabel')}
        valueText=""
        options={others.map(({ name, label }) => ({ value: name, label }))}
        selected={[]}
        onPick={setBegun}
        handle={menu}
        testId="filter-add"
      >
        <IconFilter size={14} stroke={1.6} aria-hidden="true" />
        <span>{t('filters.add')}</span>
      </Picker>
      {isNarrowed(chosen) && (
        <button
          type="button"
          className={classes.clear}
          data-testid="filter-clear"
          onClick={() => onChoose({ ...NO_FILTERS, search: chosen.search, sort: chosen.sort })}
        >
          <IconX size={12} aria-hidden="true" />
          {t('filters.clear')}
        </button>
      )}
      {ranging && (
        <CreatedRange
          created={chosen.created}
          onClose={() => setRanging(false)}
          onChoose={(created) => onChoose({ created })}
        />
      )}
    </div>
  );
});
