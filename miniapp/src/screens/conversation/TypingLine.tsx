import { useTranslation } from 'react-i18next';
import { typing } from '../../live/connection';
import { useStore } from '../../state/store';

export function TypingLine({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const who = useStore(typing).get(ticketId);
  if (!who) return null;
  return (
    <div className="typing" data-testid="typing" role="status">
      <span className="typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {t('chat.typing', { name: who.name })}
    </div>
  );
}
