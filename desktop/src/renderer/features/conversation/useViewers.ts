import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { namesInWords } from '../../ui/formats';

/** Colleagues who have a ticket open now, and that in words: a collision is seen before it happens. */
export function useViewers(ticketId: string) {
  const { t, i18n } = useTranslation();
  const { me, presence } = useDesk();
  const viewers = useStore(presence.viewers, (all) => all[ticketId]);
  const others = (viewers ?? []).filter(({ id }) => id !== me.id);
  if (others.length === 0) return { others, text: '' };
  const names = namesInWords(others, i18n.language);
  return { others, text: t('ticket.viewing', { count: others.length, names }) };
}
