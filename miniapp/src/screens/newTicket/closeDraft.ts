import type { FaqArticle } from '@tikethet/shared/contracts';
import i18next from 'i18next';
import { voteFaq } from '../../api/faq';
import { leave, open } from '../../app/navigation';
import { haptic } from '../../init/telegram';
import { writeNewTicket, type NewTicketDraft } from '../../state/drafts';
import { showToast } from '../../ui/Toast';

/** An article answered the question: the draft is put away, for a few seconds it can come back. */
export function closeDraft(draft: NewTicketDraft, article: FaqArticle): void {
  haptic('success');
  writeNewTicket(null);
  leave();
  // A vote that is lost is no reason to stop somebody who has been helped.
  const vote = (helpful: boolean | null): void =>
    void voteFaq(article.id, helpful).catch(() => undefined);
  vote(true);
  showToast(i18next.t('help:suggest.closed'), {
    label: i18next.t('help:suggest.undo'),
    onPress: () => {
      writeNewTicket(draft);
      vote(article.myVote);
      open({ name: 'new', step: 2 });
    },
  });
}
