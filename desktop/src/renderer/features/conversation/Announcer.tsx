import type { Message } from '@tikethet/shared/contracts';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { plainPreview } from '../inbox/plainPreview';

/** Signs of a message that are read aloud by themselves; all of it stands in the conversation. */
const MOST = 200;
/** News read aloud at a time: a merge brings many. */
const AT_ONCE = 3;

/**
 * Says what happens in an open conversation to those who do not see it: what others write, that one's
 * own message is sent, that one did not arrive. What was there when it was opened is not news, nor is
 * what is loaded from further up.
 * @param messages by position
 */
export function Announcer({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const [said, setSaid] = useState('');
  const known = useRef<{ newest: number; trouble: ReadonlySet<string> } | null>(null);

  useEffect(() => {
    const newest = messages.reduce((most, { position }) => Math.max(most, position), 0);
    const lost = messages.filter(({ delivery }) => isLost(delivery));
    const before = known.current;
    known.current = { newest, trouble: new Set(lost.map(({ id }) => id)) };
    if (before === null) return;
    const wordsOf = (message: Message): string => {
      if (message.author.id === me.id) {
        return t(message.internal ? 'conversation.noteSaved' : 'conversation.replySent');
      }
      const text = plainPreview(message.content).slice(0, MOST);
      const what = text || t(`messageKind.${message.kind}`);
      return t('conversation.newFrom', { name: message.author.displayName, text: what });
    };
    const news = [
      ...messages.filter(({ position }) => position > before.newest).map(wordsOf),
      ...lost
        .filter(({ id }) => !before.trouble.has(id))
        .map(({ delivery }) => t(`delivery.${delivery?.state ?? 'FAILED'}`)),
    ];
    if (news.length > 0) setSaid(news.slice(-AT_ONCE).join('. '));
  }, [messages, me.id, t]);

  return (
    <p className="visuallyHidden" role="status" aria-live="polite" data-testid="announcer">
      {said}
    </p>
  );
}

function isLost(delivery: Message['delivery']): boolean {
  return delivery !== null && (delivery.state === 'FAILED' || delivery.state === 'UNKNOWN');
}
