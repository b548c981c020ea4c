import { IconUsers } from '@tabler/icons-react';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { namesInWords } from '../../ui/formats';
import classes from './Collision.module.css';

/** A colleague is answering the same ticket: said before both have sent. */
export function CollisionLine({ ticketId }: { ticketId: string }) {
  const { t, i18n } = useTranslation();
  const { presence } = useDesk();
  const notices = useStore(presence.typing, (all) => all[ticketId]) ?? [];
  const colleagues = notices.filter(({ side }) => side === 'STAFF');
  if (colleagues.length === 0) return null;
  const people = colleagues.map(({ person }) => person);
  const names = namesInWords(people, i18n.language);
  return (
    <p className={classes.typing} role="status" data-testid="collision">
      <IconUsers size={14} stroke={1.8} aria-hidden="true" />
      {t('collision.typing', { count: colleagues.length, names })}
    </p>
  );
}
