import { useCallback, useEffect, useState } from 'react';
import type { StoredQuery } from '../../types';
import { Chat } from '../chat/Chat';
import { MiniApp, type OpenedApp } from '../miniapp/MiniApp';
import { PeopleList } from '../people/PeopleList';
import { Welcome } from '../people/Welcome';
import { useToasts } from '../ui/Toasts';
import { act } from './api';
import { botLink, readLaunch, writePerson } from './launch';
import { useSettings } from './settings';
import { useSandbox } from './useSandbox';

const launch = readLaunch(location.search);

/** The whole page: people on the left, the chat, and a Mini App beside or above it. */
export function Shell() {
  const { t } = useSettings();
  const { show, alert } = useToasts();
  const [personId, setPersonId] = useState(launch.personId);
  const [app, setApp] = useState<OpenedApp | null>(null);
  const [start, setStart] = useState(launch.start);
  const [wantApp, setWantApp] = useState(launch.openApp);
  const [answered, setAnswered] = useState<string | null>(null);

  const onAnswer = useCallback(
    (query: StoredQuery) => {
      setAnswered(query.id);
      const text = query.answer?.text ?? '';
      if (query.personId !== personId || text === '') return;
      if (query.answer?.showAlert === true) alert(text);
      else show(text);
    },
    [personId, alert, show],
  );
  const { state, loadOlder } = useSandbox(personId, onAnswer);
  const view = state.people.find(({ person }) => person.id === personId);
  const chat = personId === null ? undefined : state.chats[personId];

  const choose = (id: number | null) => {
    setPersonId(id);
    setApp(null);
    writePerson(id);
  };

  const openApp = useCallback(
    async (url: string, startParam?: string) => {
      if (personId === null) return;
      const { initData } = await act<{ initData: string }>(personId, {
        type: 'openApp',
        startParam,
      });
      setApp({ url, initData, personId, startParam });
    },
    [personId],
  );

  const menuUrl = chat?.menuButton.web_app?.url;
  useEffect(() => {
    if (!wantApp || menuUrl === undefined) return;
    setWantApp(false);
    openApp(menuUrl, launch.startParam ?? undefined).catch(() => show(t.failed));
  }, [wantApp, menuUrl, openApp, show, t]);

  /** Links to the bot itself act in the chat, all others open a tab. */
  const openLink = useCallback(
    (href: string) => {
      const own = botLink(href, state.bot.username);
      if (own?.startApp !== undefined && menuUrl !== undefined)
        openApp(menuUrl, own.startApp || undefined).catch(() => show(t.failed));
      else if (own?.start !== undefined && own.start !== '') setStart(own.start);
      else if (own === undefined) window.open(href, '_blank', 'noopener');
    },
    [state.bot.username, menuUrl, openApp, show, t],
  );

  return (
    <div className="shell" data-chat={view === undefined ? 'closed' : 'open'}>
      <PeopleList
        people={state.people}
        link={state.link}
        typing={state.typing}
        active={personId}
        onChoose={choose}
      />
      {view === undefined ? (
        <Welcome followsLink={start !== null} />
      ) : (
        <Chat
          key={view.person.id}
          view={view}
          chat={chat}
          bot={state.bot}
          link={state.link}
          typingUntil={state.typing[view.person.id] ?? 0}
          startPayload={start}
          answeredQuery={answered}
          onStarted={() => setStart(null)}
          onBack={() => choose(null)}
          onOpenApp={(url) => void openApp(url).catch(() => show(t.failed))}
          onOpenLink={openLink}
          onOlder={(before) => void loadOlder(view.person.id, before).catch(() => show(t.failed))}
        />
      )}
      {app !== null && (
        <MiniApp
          key={app.initData}
          app={app}
          botName={state.bot.name}
          onClose={() => setApp(null)}
          onTelegramLink={(href) => {
            openLink(href);
            if (botLink(href, state.bot.username)?.start !== undefined) setApp(null);
          }}
        />
      )}
    </div>
  );
}
