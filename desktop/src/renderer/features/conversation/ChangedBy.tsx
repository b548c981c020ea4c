import { useDesk } from '../../app/DeskProvider';
import { useTeam } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { momentOf, useNow } from '../../ui/time';

/** Who gave a field its value, and when, as the desk tells it in a conflict. */
export function ChangedBy({ details }: { details: Record<string, unknown> }) {
  const { t, i18n } = useTranslation();
  const { me } = useDesk();
  const team = useTeam();
  const now = useNow();
  const { changedBy, changedAt } = details;
  const person = [me, ...(team.data ?? [])].find(({ id }) => id === changedBy);
  const name = person?.displayName ?? t('outbox.colleague');
  return (
    <span data-testid="changed-by">
      {name}
      {typeof changedAt === 'string' && (
        <time dateTime={changedAt}>, {momentOf(changedAt, now, i18n.language)}</time>
      )}
    </span>
  );
}
