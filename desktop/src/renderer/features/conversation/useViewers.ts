import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';

/** Colleagues who have a ticket open now, and that in words: a collision is seen before it happens. */
export function useViewers(ticketId: string) {
  const { t, i18n } = useTranslation();
  const { me, presence } = useDesk();
  const viewers = useStore(presence.viewers, (all) => all[ticketId]);
  const others = (viewers ?? []).filter(({ id }) => id !== me.id);
  const names = new Intl.ListFormat(i18n.language).format(others.map((one) => one.displayName));
  return { others, text: t('ticket.viewing', { count: others.length, names }) };
}
