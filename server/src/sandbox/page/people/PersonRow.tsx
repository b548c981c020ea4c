import type { PersonView } from '../../pageApi/views';
import { useSettings } from '../app/settings';
import { formatListTime } from '../chat/time';
import { useTyping } from '../chat/useTyping';
import { Avatar } from '../ui/Avatar';
import { summarise } from './summary';

interface Props {
  view: PersonView;
  active: boolean;
  typingUntil: number;
  onChoose: () => void;
}

const flags: Readonly<Record<string, string>> = { ru: '🇷🇺', en: '🇬🇧', uk: '🇺🇦', de: '🇩🇪' };

export function PersonRow({ view, active, typingUntil, onChoose }: Props) {
  const { t, locale } = useSettings();
  const typing = useTyping(typingUntil);
  const { person, last, unread, blocked } = view;
  return (
    <button
      type="button"
      className={`personRow${active ? ' active' : ''}`}
      aria-current={active}
      data-testid={`person-${person.id}`}
      onClick={onChoose}
    >
      <Avatar person={person} size={52} />
      <span className="personText">
        <span className="personTop">
          <span className="personName">
            {person.firstName} {person.lastName}
          </span>
          <span className="flag" title={person.languageCode}>
            {flags[person.languageCode.slice(0, 2)] ?? person.languageCode}
          </span>
          {blocked && <span title={t.blocked}>🚫</span>}
          <time>{last === null ? '' : formatListTime(last.message.date, locale)}</time>
        </span>
        {person.note !== undefined && <span className="personNote">{person.note}</span>}
        <span className="personBottom">
          {typing ? (
            <span className="personLast typing">{t.typing}…</span>
          ) : (
            <span className="personLast">
              {last === null ? (
                t.noMessages
              ) : (
                <>
                  {last.from === 'me' && <span className="mine">{t.you}: </span>}
                  {summarise(last.message, t)}
                </>
              )}
            </span>
          )}
          {unread > 0 && !active && <span className="badge">{unread > 99 ? '99+' : unread}</span>}
        </span>
      </span>
    </button>
  );
}
