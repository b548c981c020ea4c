import type { Message, ReactionEmoji } from '@tikethet/shared/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api, session } from '../../api/api';
import { requestKey } from '../../api/requestKey';
import { queryClient } from '../../app/queryClient';
import { haptic } from '../../init/telegram';
import { putMessage } from '../../live/applyEvent';
import { showToast } from '../../ui/Toast';

/** Sets the person's reaction at once, or takes it back; a failure puts it as it was. */
export function useReact(): (message: Message, emoji: string) => void {
  const { t } = useTranslation();
  const failed = t('chat.notReacted');
  return useCallback(
    (message, emoji) => {
      const own = message.reactions.find((one) => one.side === 'CUSTOMER');
      const taken = own?.emoji === emoji;
      const others = message.reactions.filter((one) => one.side !== 'CUSTOMER');
      const personId = session.user()?.id ?? null;
      const mine = taken ? [] : [{ emoji, side: 'CUSTOMER' as const, personId }];
      haptic('light');
      putMessage(queryClient, { ...message, reactions: [...others, ...mine] });
      // Only what the menu offers, or what stands there already, comes here.
      const wanted = taken ? null : (emoji as ReactionEmoji);
      api(
        'PUT /messages/{id}/reaction',
        { id: message.id, emoji: wanted },
        { idempotencyKey: requestKey() },
      ).then(
        (answer) => putMessage(queryClient, answer),
        () => {
          putMessage(queryClient, message);
          showToast(failed);
        },
      );
    },
    [failed],
  );
}
