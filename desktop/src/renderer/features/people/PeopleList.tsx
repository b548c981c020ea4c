import { Button } from '@mantine/core';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { useSettled } from '../../ui/useSettled';
import classes from './PeopleList.module.css';
import { PeopleSkeleton } from './PeopleSkeleton';
import { PersonRow } from './PersonRow';
import { usePeople, type Segment } from './usePeople';

/** The people of a segment whose name fits. */
export function PeopleList({
  segment,
  search,
  selectedId,
}: {
  segment: Exclude<Segment, 'invited'>;
  search: string;
  selectedId: string | null;
}) {
  const { t } = useTranslation();
  const wanted = useSettled(search.trim());
  const query = usePeople(segment, wanted);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  if (data === undefined) {
    if (error === null) return <PeopleSkeleton />;
    return <ErrorState title={t('people.failed')} error={error} retry={() => void refetch()} />;
  }
  const people = data.pages.flatMap(({ items }) => items);
  if (people.length === 0) {
    const what = wanted === '' ? segment : 'found';
    return (
      <EmptyState title={t(`people.empty.${what}`)}>{t(`people.empty.${what}Help`)}</EmptyState>
    );
  }
  return (
    <div className={classes.list} data-testid="people-list" data-stale={query.isPlaceholderData}>
      <ul className={classes.rows}>
        {people.map((user) => (
          <PersonRow key={user.id} user={user} selected={user.id === selectedId} />
        ))}
      </ul>
      {hasNextPage && (
        <Button
          fullWidth
          variant="subtle"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('people.more')}
        </Button>
      )}
    </div>
  );
}
