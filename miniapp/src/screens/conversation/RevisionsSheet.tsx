import { useQuery } from '@tanstack/react-query';
import type { Message, MessageRevision } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api';
import { useFormat } from '../../i18n/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { RichText } from '../../ui/RichText';
import { Sheet } from '../../ui/Sheet';

/** What a message said before it was edited, newest first. */
export function RevisionsSheet({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation(['miniapp', 'ticket']);
  const format = useFormat();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['revisions', message.id, message.editedAt],
    queryFn: ({ signal }): Promise<{ items: MessageRevision[] }> =>
      api('GET /messages/{id}/revisions', { id: message.id }, { signal }),
  });
  const versions = [
    { id: 'now', at: message.editedAt, content: message.content, format: message.format },
    ...(data?.items ?? [])
      .slice()
      .reverse()
      .map((one) => ({ id: one.id, at: null, content: one.content, format: one.format })),
  ];
  return (
    <Sheet label={t('ticket:revisions.title')} dismiss={t('actions.done')} onClose={onClose}>
      <h2 className="sheet-title">{t('ticket:revisions.title')}</h2>
      {error && (
        <ErrorNotice
          title={t('ticket:revisions.errorTitle')}
          error={error}
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      <ol className="revisions" aria-busy={isFetching}>
        {versions.map((one, at) => (
          <li key={one.id} data-testid="revision">
            <p className="revision-head">
              {at === 0
                ? t('ticket:revisions.now', { at: one.at === null ? '' : format.full(one.at) })
                : t('ticket:revisions.before')}
            </p>
            <RichText text={one.content} format={one.format} />
          </li>
        ))}
      </ol>
      {isFetching && !data && <div className="skeleton line" aria-hidden="true" />}
    </Sheet>
  );
}
