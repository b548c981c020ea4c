import { useState } from 'react';
import type { PersonView, StateView } from '../../pageApi/views';
import { act } from '../app/api';
import { useSettings } from '../app/settings';
import type { SandboxState } from '../app/useSandbox';
import { BotAvatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { PopMenu } from '../ui/PopMenu';
import { useToasts } from '../ui/Toasts';

interface Props {
  view: PersonView;
  bot: StateView['bot'];
  link: SandboxState['link'];
  typing: boolean;
  onBack: () => void;
}

export function ChatHeader({ view, bot, link, typing, onBack }: Props) {
  const { t, theme, switchTheme, switchLocale } = useSettings();
  const { show } = useToasts();
  const [open, setOpen] = useState(false);
  const isGroup = view.person.kind === 'group';
  const toggleBlock = () => {
    setOpen(false);
    const inPrivate = view.blocked ? 'unblock' : 'block';
    const type = isGroup ? (view.started ? 'leave' : 'join') : inPrivate;
    act(view.person.id, { type }).catch(() => show(t.failed));
  };
  return (
    <header className="chatHeader">
      <button type="button" className="round backToList" onClick={onBack} aria-label={t.back}>
        <Icon name="back" />
      </button>
      <BotAvatar size={42} />
      <div className="chatTitle">
        <h1>{bot.name}</h1>
        <p className={link === 'up' && typing ? 'typing' : ''} data-testid="bot-state">
          {link !== 'up' ? t.connecting : typing ? `${t.typing}…` : t.bot}
        </p>
      </div>
      <span className="asPerson" title={t.you}>
        {view.person.firstName} <span className="lastName">{view.person.lastName}</span>
      </span>
      <div className="headerMenu">
        <button
          type="button"
          className="round"
          onClick={() => setOpen(!open)}
          aria-label={t.more}
          aria-expanded={open}
          data-testid="chat-menu"
        >
          <Icon name="more" />
        </button>
        {open && (
          <PopMenu onClose={() => setOpen(false)}>
            <button type="button" role="menuitem" onClick={switchTheme}>
              <Icon name={theme === 'light' ? 'moon' : 'sun'} size={20} />
              {theme === 'light' ? t.dark : t.light}
            </button>
            <button type="button" role="menuitem" onClick={switchLocale}>
              <Icon name="globe" size={20} /> {t.language}
            </button>
            <button
              type="button"
              role="menuitem"
              className={view.blocked ? '' : 'destructive'}
              onClick={toggleBlock}
              data-testid="block-button"
            >
              <Icon name="block" size={20} />{' '}
              {isGroup ? (view.started ? t.leave : t.join) : view.blocked ? t.unblock : t.block}
            </button>
          </PopMenu>
        )}
      </div>
    </header>
  );
}
