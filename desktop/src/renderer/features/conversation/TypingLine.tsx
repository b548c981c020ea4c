import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { namesInWords } from '../../ui/formats';
import classes from './TypingLine.module.css';

interface Props {
  ticketId: string;
  /** Colleagues who type are named by the composer, where it matters who answers. */
  colleagues: boolean;
}

/** Who is typing here now; its place is kept free, so that nothing jumps. */
export function TypingLine({ ticketId, colleagues }: Props) {
  const { t, i18n } = useTranslation();
  const { presence } = useDesk();
  const all = useStore(presence.typing, (tickets) => tickets[ticketId]) ?? [];
  const notices = all.filter(({ side }) => colleagues || side !== 'STAFF');
  const people = notices.map(({ person }) => person);
  const names = namesInWords(people, i18n.language);
  return (
    <p className={classes.line} aria-live="polite" data-testid="typing">
      {notices.length > 0 && (
        <>
          <span className={classes.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t('conversation.typing', { count: notices.length, names })}
        </>
      )}
    </p>
  );
}
