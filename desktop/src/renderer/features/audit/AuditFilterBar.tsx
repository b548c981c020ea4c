import { CloseButton, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useDebouncedCallback } from '@mantine/hooks';
import { AUDIT_ACTIONS, AUDIT_TARGETS } from '@tikethet/shared/audit';
import type { AuditFilters } from '@tikethet/shared/contracts';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTeam } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import classes from './Audit.module.css';
import { useAuditWords } from './useAuditWords';
import 'dayjs/locale/ru';

/** Milliseconds after the last letter until the log is searched. */
const PAUSE = 300;

type Days = [string | null, string | null];

/** The local day of an ISO moment, moved by whole days, as ISO again. */
function startOf(day: string, plus = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plus).toISOString();
}

/** Narrows the log: by words, by who it was, by what was done, by time. */
export function AuditFilterBar({
  filters,
  onChange,
}: {
  filters: AuditFilters;
  onChange: (filters: AuditFilters) => void;
}) {
  const { t, i18n } = useTranslation();
  const words = useAuditWords();
  const { data: staff } = useTeam();
  const [text, setText] = useState('');
  const [days, setDays] = useState<Days>([null, null]);
  const put = (part: AuditFilters) => {
    const merged = Object.entries({ ...filters, ...part });
    onChange(Object.fromEntries(merged.filter(([, value]) => value !== undefined)));
  };
  const search = useDebouncedCallback(
    (wanted: string) => put({ search: wanted.trim() === '' ? undefined : wanted.trim() }),
    PAUSE,
  );
  const write = (wanted: string): void => {
    setText(wanted);
    search(wanted);
  };

  return (
    <div className={classes.filters} role="search" aria-label={t('audit.filters')}>
      <TextInput
        size="xs"
        className={classes.search}
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        placeholder={t('audit.search')}
        aria-label={t('audit.search')}
        data-testid="audit-search"
        maxLength={200}
        value={text}
        rightSection={
          text !== '' && (
            <CloseButton size="xs" aria-label={t('audit.clearSearch')} onClick={() => write('')} />
          )
        }
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Select
        size="xs"
        aria-label={t('audit.who')}
        placeholder={t('audit.anyone')}
        data-testid="audit-actor"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('audit.anyone') }}
        nothingFoundMessage={t('audit.nobody')}
        value={filters.actorId ?? null}
        data={[
          { value: 'desk', label: t('audit.desk') },
          ...(staff ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
        onChange={(actorId) => put({ actorId: actorId ?? undefined })}
      />
      <Select
        size="xs"
        aria-label={t('audit.what')}
        placeholder={t('audit.anything')}
        data-testid="audit-action"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('audit.anything') }}
        nothingFoundMessage={t('audit.noAction')}
        value={filters.action ?? null}
        data={AUDIT_TARGETS.map((target) => ({
          group: t(`audit.targets.${target}`),
          items: AUDIT_ACTIONS.filter((action) => action.startsWith(`${target}.`)).map(
            (action) => ({ value: action, label: words.action(action) }),
          ),
        })).filter(({ items }) => items.length > 0)}
        onChange={(action) => put({ action: action ?? undefined })}
      />
      <DatePickerInput
        size="xs"
        type="range"
        aria-label={t('audit.when')}
        placeholder={t('audit.anyTime')}
        locale={i18n.language}
        valueFormat="D MMM YYYY"
        clearable
        clearButtonProps={{ 'aria-label': t('audit.anyTime') }}
        value={days}
        onChange={(chosen) => {
          setDays(chosen);
          const [first, last] = chosen;
          put({
            from: first === null ? undefined : startOf(first),
            to: last === null ? undefined : startOf(last, 1),
          });
        }}
      />
    </div>
  );
}
