import type { ReactNode } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import type { Draft } from '../../app/write/draft';
import { Avatar } from '../../ui/Avatar';
import { plainPreview } from './plainPreview';
import { useViewers } from '../conversation/useViewers';
import classes from './RowPresence.module.css';

/** Who types in a ticket now, in place of its last message. */
export function RowTyping({ ticketId, children }: { ticketId: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { presence } = useDesk();
  const name = useStore(presence.typing, (all) => all[ticketId]?.at(-1)?.person.displayName);
  if (name === undefined) return children;
  return (
    <span className={classes.typing} data-testid="row-typing">
      {t('list.typing', { name })}
    </span>
  );
}

/** Colleagues who have a ticket of the list open. */
export function RowViewers({ ticketId }: { ticketId: string }) {
  const { others, text } = useViewers(ticketId);
  if (others.length === 0) return null;
  return (
    <span
      className={classes.viewers}
      role="img"
      aria-label={text}
      title={text}
      data-testid="row-viewers"
    >
      {others.slice(0, 2).map((person) => (
        <Avatar key={person.id} person={person} size={16} />
      ))}
    </span>
  );
}

/** What the person has begun to write to it and not sent, in place of its last message. */
export function RowDraft({ ticketId, children }: { ticketId: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { drafts } = useDesk();
  const text = useStore(drafts.store, (all) => draftText(all[ticketId]));
  if (text === '') return children;
  return (
    <span data-testid="row-draft">
      <span className={classes.draft}>{t('list.draftPrefix')}</span>
      {plainPreview(text)}
    </span>
  );
}

function draftText(draft: Draft | undefined): string {
  if (draft === undefined) return '';
  const { mode, reply, note } = draft;
  const [first, second] = mode === 'reply' ? [reply, note] : [note, reply];
  return first.trim() || second.trim();
}
