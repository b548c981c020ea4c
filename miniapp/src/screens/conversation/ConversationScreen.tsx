import { ApiError } from '@tikethet/shared/client';
import type { Message } from '@tikethet/shared/contracts';
import { isActive, withinReopenWindow } from '@tikethet/shared/tickets';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/api';
import { keys, useMessages, useTicket, type Pages } from '../../api/queries';
import { sendMessage } from '../../api/sendMessage';
import { back } from '../../app/navigation';
import { queryClient } from '../../app/queryClient';
import { orderedMessages } from '../../live/cache';
import { deskRules } from '../../state/deskRules';
import { dropPending, notYetShown, outbox } from '../../state/outbox';
import { useStore } from '../../state/store';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { StatusBadge } from '../../ui/StatusBadge';
import { TopBar } from '../../ui/TopBar';
import { ClosedBar } from './ClosedBar';
import { Composer, type Aim } from './Composer';
import { MessageList } from './MessageList';
import { MessageMenu } from './MessageMenu';
import { RatingCard } from './RatingCard';
import { SkeletonChat } from './SkeletonChat';
import { startLinkedTicket } from './startLinkedTicket';
import { useReact } from './useReact';
import '../../ui/styles/chat.css';
import '../../ui/styles/bubbles.css';
import '../../ui/styles/attachments.css';
import '../../ui/styles/players.css';
import '../../ui/styles/forms.css';

const TicketPanel = lazy(() =>
  import('./TicketPanel').then((file) => ({ default: file.TicketPanel })),
);
const RevisionsSheet = lazy(() =>
  import('./RevisionsSheet').then((file) => ({ default: file.RevisionsSheet })),
);

/** Pages of an earlier visit that are kept: asking for all of a long conversation again is slow. */
const KEPT_PAGES = 2;

function forgetOlder(ticketId: string): void {
  queryClient.setQueryData<Pages<Message>>(keys.messages(ticketId), (data) =>
    data && data.pages.length > KEPT_PAGES
      ? {
          pages: data.pages.slice(0, KEPT_PAGES),
          pageParams: data.pageParams.slice(0, KEPT_PAGES),
        }
      : data,
  );
}

/** One ticket's conversation. */
export function ConversationScreen({ id }: { id: string }) {
  const { t } = useTranslation();
  useState(() => forgetOlder(id));
  const ticketQuery = useTicket(id);
  const messagesQuery = useMessages(id);
  const unsent = useStore(outbox);
  const { reopenDays } = useStore(deskRules);
  const [details, setDetails] = useState(false);
  const [menu, setMenu] = useState<Message | null>(null);
  const [revised, setRevised] = useState<Message | null>(null);
  const react = useReact();
  const [aim, setAim] = useState<Aim | null>(null);
  const reply = useCallback((message: Message) => setAim({ kind: 'reply', message }), []);
  const [openedAt] = useState(() => new Date());

  const messages = useMemo(() => orderedMessages(messagesQuery.data), [messagesQuery.data]);
  const pending = useMemo(
    () =>
      notYetShown(
        unsent.filter((one) => one.ticketId === id),
        messages,
        session.user()?.id,
      ),
    [unsent, messages, id],
  );
  const ticket = ticketQuery.data;
  const gone = ticketQuery.error instanceof ApiError && ticketQuery.error.status === 404;

  if (gone) {
    return (
      <div className="screen">
        <TopBar canGoBack title={t('tickets.title')} />
        <Notice emoji="🕳" title={t('chat.goneTitle')} text={t('chat.goneText')} role="alert">
          <button type="button" className="button" onClick={back}>
            {t('chat.toList')}
          </button>
        </Notice>
      </div>
    );
  }

  if (ticket?.mergedInto) {
    return <ConversationScreen key={ticket.mergedInto.id} id={ticket.mergedInto.id} />;
  }

  const refused = pending.find((one) => one.error === 'ticket_closed');
  const closedForGood =
    refused !== undefined ||
    (ticket?.status === 'CLOSED' &&
      ticket.closedAt !== null &&
      !withinReopenWindow(new Date(ticket.closedAt), openedAt, reopenDays));
  const failure = ticketQuery.error ?? messagesQuery.error;

  return (
    <div className="screen chat">
      <TopBar
        canGoBack
        title={ticket?.title ?? ' '}
        subtitle={
          ticket && (
            <>
              <span className="row-number">#{ticket.number}</span>
              <StatusBadge status={ticket.status} />
            </>
          )
        }
        action={
          <button
            type="button"
            className="icon-button"
            data-testid="ticket-details"
            aria-label={t('chat.details')}
            disabled={!ticket}
            onClick={() => setDetails(true)}
          >
            <Icon name="more" />
          </button>
        }
      />
      {messagesQuery.isPending || !ticket ? (
        failure ? (
          <ErrorNotice
            title={t('chat.errorTitle')}
            error={failure}
            busy={ticketQuery.isFetching || messagesQuery.isFetching}
            onRetry={() => {
              void ticketQuery.refetch();
              void messagesQuery.refetch();
            }}
          />
        ) : (
          <SkeletonChat />
        )
      ) : (
        <>
          <MessageList
            query={messagesQuery}
            messages={messages}
            pending={pending}
            ticket={ticket}
            finished={!isActive(ticket.status)}
            onMenu={setMenu}
            onReply={reply}
            onRevisions={setRevised}
            onReact={react}
          >
            {!isActive(ticket.status) && <RatingCard ticket={ticket} />}
          </MessageList>
          {(closedForGood || !isActive(ticket.status)) && (
            <ClosedBar
              ticket={ticket}
              final={closedForGood}
              onNew={() => {
                startLinkedTicket(ticket, refused?.content ?? '');
                if (refused) dropPending(refused.key);
              }}
            />
          )}
          {!closedForGood && (
            <Composer
              ticketId={id}
              aim={aim}
              lastPosition={messages.at(-1)?.position ?? 0}
              onAimEnd={() => setAim(null)}
              onSend={sendMessage}
            />
          )}
        </>
      )}
      <Suspense fallback={null}>
        {details && ticket && <TicketPanel ticket={ticket} onClose={() => setDetails(false)} />}
        {revised && <RevisionsSheet message={revised} onClose={() => setRevised(null)} />}
      </Suspense>
      {menu && (
        <MessageMenu
          message={menu}
          onClose={() => setMenu(null)}
          onReact={react}
          onRevisions={(message) => {
            setMenu(null);
            setRevised(message);
          }}
          onAim={(kind) => {
            setAim({ kind, message: menu });
            setMenu(null);
          }}
        />
      )}
    </div>
  );
}
