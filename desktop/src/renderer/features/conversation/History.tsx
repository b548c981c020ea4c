import { useQuery } from '@tanstack/react-query';
import type { Message } from '@tikethet/shared/contracts';
import { unwrap, useBridge } from '../../app/bridge';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import cards from '../../ui/Cards.module.css';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { fullTime } from '../../ui/time';
import classes from './History.module.css';
import { MessageText } from './MessageText';

/** The texts a message has had, newest first, and who changed each when. */
export function History({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const bridge = useBridge();
  const { id, editedAt } = message;
  const query = useQuery({
    queryKey: [...keys.revisions(id), editedAt],
    queryFn: () => unwrap(bridge.read('GET /messages/{id}/revisions', { id })),
  });
  const earlier = query.data?.items.toReversed() ?? [];
  const [newest] = earlier;
  return (
    <Dialog onClose={onClose} title={t('history.title')} size="lg">
      <ol className={cards.cards} data-testid="history">
        <li className={`${cards.card} ${classes.item}`}>
          <p className={classes.about}>
            <strong>{t('history.now')}</strong>
            {newest && (
              <span>
                {t('history.edited', {
                  name: newest.editor.displayName,
                  at: fullTime(newest.replacedAt, i18n.language),
                })}
              </span>
            )}
          </p>
          <MessageText content={message.content} format={message.format} />
        </li>
        {earlier.map((revision, index) => {
          // A text was written by whoever replaced the one before it, or with the message itself.
          const before = earlier[index + 1];
          const name = before ? before.editor.displayName : message.author.displayName;
          const at = fullTime(before?.replacedAt ?? message.createdAt, i18n.language);
          return (
            <li
              key={revision.id}
              className={`${cards.card} ${classes.item}`}
              data-testid="revision"
            >
              <p className={classes.about}>
                <span>{t('history.edited', { name, at })}</span>
              </p>
              <MessageText content={revision.content} format={revision.format} />
            </li>
          );
        })}
      </ol>
      {query.isError ? (
        <ErrorState
          title={t('history.failed')}
          error={query.error}
          retry={() => void query.refetch()}
        />
      ) : query.data === undefined ? (
        <div className={classes.skeleton} aria-hidden="true" />
      ) : (
        earlier.length === 0 && <p className={classes.about}>{t('history.none')}</p>
      )}
    </Dialog>
  );
}
