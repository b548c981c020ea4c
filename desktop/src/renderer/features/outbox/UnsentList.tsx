import type { QueuedItem } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { RelativeTime } from '../../ui/RelativeTime';
import { contentOf, describeItem, explainItem } from './describeItem';
import classes from './UnsentList.module.css';

/** Items that are named; the number tells of all. */
const MOST_NAMED = 6;

/** What is not sent, in a few lines: what, on which ticket, since when. */
export function UnsentList({ items, count }: { items: readonly QueuedItem[]; count: number }) {
  const { t } = useTranslation();
  const named = items.slice(0, MOST_NAMED);
  if (named.length === 0) return null;
  return (
    <>
      <ul className={classes.list} data-testid="unsent-list">
        {named.map((item) => {
          const words = contentOf(item);
          const reason = item.state === 'held' ? explainItem(item, t) : null;
          return (
            <li key={item.key} className={classes.item}>
              <span className={classes.head}>
                <span className={classes.what}>{describeItem(item, t)}</span>
                {item.subject && (
                  <span className={classes.ticket}>
                    #{item.subject.number} {item.subject.title}
                  </span>
                )}
                <RelativeTime at={item.at} className={classes.at} />
              </span>
              {words !== null && words !== '' && <span className={classes.words}>{words}</span>}
              {reason !== null && <span className={classes.reason}>{reason}</span>}
            </li>
          );
        })}
      </ul>
      {named.length < count && (
        <p className={classes.more}>{t('outbox.more', { shown: named.length, count })}</p>
      )}
    </>
  );
}
