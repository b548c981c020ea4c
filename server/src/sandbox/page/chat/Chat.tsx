import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ChatView, PersonView, StateView } from '../../pageApi/views';
import type { StoredMessage } from '../../types';
import { act, sendMessage } from '../app/api';
import { useSettings } from '../app/settings';
import type { SandboxState } from '../app/useSandbox';
import { BotAvatar } from '../ui/Avatar';
import { useToasts } from '../ui/Toasts';
import { ChatHeader } from './ChatHeader';
import { Composer, type ComposerTarget } from './Composer';
import type { BubbleHandlers } from './MessageBubble';
import { MessageList } from './MessageList';
import { MessageMenu } from './MessageMenu';
import { useTyping } from './useTyping';

interface Props {
  view: PersonView;
  chat: ChatView | undefined;
  bot: StateView['bot'];
  link: SandboxState['link'];
  typingUntil: number;
  startPayload: string | null;
  answeredQuery: string | null;
  onStarted: () => void;
  onBack: () => void;
  onOpenApp: (url: string) => void;
  onOpenLink: (href: string) => void;
  onOlder: (before: number) => void;
}

interface OpenMenu {
  stored: StoredMessage;
  at: { x: number; y: number };
  quote: string | undefined;
}

/** What is selected of a message: a reply is about this part then. */
function selectedPart({ message }: StoredMessage): string | undefined {
  const selected = getSelection()?.toString().trim() ?? '';
  const text = message.text ?? message.caption ?? '';
  return selected !== '' && selected !== text && text.includes(selected) ? selected : undefined;
}

/** One person's chat with the bot. */
export function Chat(props: Props) {
  const { view, chat, bot, startPayload, onOpenApp, onOpenLink, onStarted } = props;
  const { t } = useSettings();
  const { show } = useToasts();
  const typing = useTyping(props.typingUntil);
  const [target, setTarget] = useState<ComposerTarget>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const personId = view.person.id;
  const attempt = useCallback(
    (work: Promise<unknown>) => {
      work.catch((error: unknown) => show(error instanceof Error ? error.message : t.failed));
    },
    [show, t],
  );

  const newest = chat?.messages.at(-1)?.message.message_id;
  useEffect(() => {
    if (newest === undefined) return;
    const read = () => {
      if (document.visibilityState === 'visible')
        act(personId, { type: 'read', messageId: newest }).catch(() => undefined);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [newest, personId]);

  const handlers = useMemo<BubbleHandlers>(
    () => ({
      onLink: onOpenLink,
      onOpenApp,
      onCommand: (text) => attempt(sendMessage(personId, { text, files: [], as: 'document' })),
      onPress: async (messageId, data) =>
        (await act<{ queryId: string }>(personId, { type: 'press', messageId, data })).queryId,
      onReply: (stored) => setTarget({ kind: 'reply', stored }),
      onReact: (messageId, emoji) => attempt(act(personId, { type: 'react', messageId, emoji })),
      onMenu: (stored, at) => setMenu({ stored, at, quote: selectedPart(stored) }),
    }),
    [onOpenLink, onOpenApp, attempt, personId],
  );

  const isGroup = view.person.kind === 'group';
  const start = () => {
    if (isGroup) return attempt(act(personId, { type: 'join' }));
    attempt(act(personId, { type: 'start', payload: startPayload || undefined }));
    onStarted();
  };
  const copy = (stored: StoredMessage) =>
    attempt(
      navigator.clipboard
        .writeText(stored.message.text ?? stored.message.caption ?? '')
        .then(() => show(t.copied)),
    );

  return (
    <main className="chat">
      <ChatHeader view={view} bot={bot} link={props.link} typing={typing} onBack={props.onBack} />
      {chat === undefined || chat.messages.length === 0 ? (
        <div className="messagesWrap">
          <div className="emptyChat">
            <BotAvatar size={64} />
            <h2>{t.emptyTitle}</h2>
            <p>{t.emptyHint}</p>
          </div>
        </div>
      ) : (
        <MessageList
          chat={chat}
          myName={view.person.firstName}
          botName={bot.name}
          answeredQuery={props.answeredQuery}
          handlers={handlers}
          onOlder={props.onOlder}
        />
      )}
      {view.blocked ? (
        <footer className="wideAction">
          <button type="button" onClick={() => attempt(act(personId, { type: 'unblock' }))}>
            {t.unblock}
          </button>
        </footer>
      ) : !view.started || (startPayload !== null && !isGroup) ? (
        <footer className="wideAction">
          <button type="button" onClick={start} data-testid="start-button">
            {isGroup ? t.join : t.start}
          </button>
        </footer>
      ) : (
        <Composer
          personId={personId}
          chat={chat}
          target={target}
          onTarget={setTarget}
          onOpenApp={onOpenApp}
        />
      )}
      {menu !== null && (
        <MessageMenu
          stored={menu.stored}
          at={menu.at}
          onClose={() => setMenu(null)}
          onReply={() => setTarget({ kind: 'reply', stored: menu.stored, quote: menu.quote })}
          onEdit={() => setTarget({ kind: 'edit', stored: menu.stored })}
          onCopy={() => copy(menu.stored)}
          onReact={(emoji) => handlers.onReact(menu.stored.message.message_id, emoji)}
        />
      )}
    </main>
  );
}
