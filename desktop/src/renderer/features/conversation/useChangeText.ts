import type { TicketChange } from '@tikethet/shared/contracts';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import { fullTime } from '../../ui/time';

/** A ticket whose customer had their data erased has no name left. */
const ERASED = { number: 0, title: '…' };

/** What a change of a ticket says, in one line. */
export function useChangeText(): (change: TicketChange) => string {
  const { t, i18n } = useTranslation();
  const { categories } = useCategories();
  const nameOf = (id: string) => categories.find((one) => one.id === id)?.label ?? '…';

  return ({ actor: by, change }) => {
    const actor = by.side === 'SYSTEM' ? t('timeline.desk') : by.displayName;
    switch (change.field) {
      case 'status':
        return t('timeline.status', {
          actor,
          from: t(`status.${change.from}`),
          to: t(`status.${change.to}`),
        });
      case 'priority':
        return t('timeline.priority', {
          actor,
          from: t(`priority.${change.from}`),
          to: t(`priority.${change.to}`),
        });
      case 'categoryId':
        return t('timeline.category', { actor, from: nameOf(change.from), to: nameOf(change.to) });
      case 'assigneeId': {
        const { from, to } = change;
        if (to === null) {
          return from === null || from.id === by.id
            ? t('timeline.releases', { actor })
            : t('timeline.releasesFrom', { actor, name: from.displayName });
        }
        return to.id === by.id
          ? t('timeline.takes', { actor })
          : t('timeline.assigns', { actor, name: to.displayName });
      }
      case 'tags': {
        const added = change.to.filter((tag) => !change.from.includes(tag)).join(', ');
        const removed = change.from.filter((tag) => !change.to.includes(tag)).join(', ');
        if (removed === '') return t('timeline.tagsAdded', { actor, tags: added });
        if (added === '') return t('timeline.tagsRemoved', { actor, tags: removed });
        return t('timeline.tagsChanged', { actor, added, removed });
      }
      case 'title':
        return t('timeline.title', { actor, title: change.to });
      case 'rating':
        return t('timeline.rated', { actor, rating: change.to });
      case 'snoozedUntil':
        return change.to === null
          ? t('timeline.woken', { actor })
          : t('timeline.snoozed', { actor, until: fullTime(change.to, i18n.language) });
      case 'merged': {
        const { from, to } = change;
        const { number, title } = to ?? from ?? ERASED;
        return t(to ? 'timeline.merged' : 'timeline.unmerged', { actor, number, title });
      }
      case 'mergedInto': {
        const { from, to } = change;
        const { number } = to ?? from ?? ERASED;
        return t(to ? 'timeline.mergedInto' : 'timeline.unmergedFrom', { actor, number });
      }
    }
  };
}
