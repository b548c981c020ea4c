import { Button } from '@mantine/core';
import type { AuditFilters } from '@tikethet/shared/contracts';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useBridge, type BridgeError } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { useToasts } from '../../ui/useToasts';
import { AdminPage } from '../adminUi/AdminPage';
import { Loaded } from '../adminUi/Loaded';
import classes from './Audit.module.css';
import { AuditEntryRow } from './AuditEntryRow';
import { AuditFilterBar } from './AuditFilterBar';
import { useAudit } from './useAudit';

/** Who changed what at the desk, and when. */
export function AuditPage() {
  const { t } = useTranslation();
  const [filters, setFilters] = useState<AuditFilters>({});
  const query = useAudit(filters);
  const { entries, isPlaceholderData, hasNextPage } = query;
  const narrowed = Object.keys(filters).length > 0;

  return (
    <AdminPage
      title={t('admin.pages.audit')}
      help={t('audit.help')}
      testId="audit-page"
      wide
      actions={<ExportButton filters={filters} />}
    >
      <AuditFilterBar filters={filters} onChange={setFilters} />
      <Loaded query={query} failed={t('audit.failed')}>
        {() =>
          entries.length === 0 ? (
            <EmptyState
              icon={<IconHistory size={22} stroke={1.5} />}
              title={t(narrowed ? 'audit.noneFound' : 'audit.empty')}
            >
              {t(narrowed ? 'audit.noneFoundHelp' : 'audit.emptyHelp')}
            </EmptyState>
          ) : (
            <ul
              className={classes.entries}
              data-testid="audit-list"
              aria-busy={isPlaceholderData}
              aria-label={t('admin.pages.audit')}
            >
              {entries.map((entry) => (
                <AuditEntryRow key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            data-testid="audit-more"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('audit.more')}
          </Button>
        </div>
      )}
    </AdminPage>
  );
}

/** All that the filters let through as a file, however long the log is. */
function ExportButton({ filters }: { filters: AuditFilters }) {
  const { t, i18n } = useTranslation();
  const bridge = useBridge();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);

  const run = async (): Promise<void> => {
    const failed = (error: BridgeError) =>
      toasts.failed(t('audit.export'), error, () => void run());
    setBusy(true);
    const language = i18n.language === 'en' ? 'en' : 'ru';
    const found = await bridge.read('GET /audit/export', { ...filters, language });
    if (found.ok) {
      const saved = await bridge.saveFile({ id: crypto.randomUUID(), ...found.value });
      if (!saved.ok) failed(saved.error);
    } else failed(found.error);
    setBusy(false);
  };

  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={14} aria-hidden="true" />}
      data-testid="audit-export"
      loading={busy}
      onClick={() => void run()}
    >
      {t('audit.export')}
    </Button>
  );
}
