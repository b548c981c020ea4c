import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';

/** Back to the foot of the conversation, with how much has come there meanwhile. */
export function ToNewest({ missed, onPress }: { missed: number; onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="to-newest">
      <button
        type="button"
        data-testid="to-newest"
        onClick={onPress}
        aria-label={
          missed > 0
            ? `${t('chat.toNewest')}: ${t('chat.newMessages', { count: missed })}`
            : t('chat.toNewest')
        }
      >
        {missed > 0 && t('chat.newMessages', { count: missed })}
        <Icon name="down" size={20} />
      </button>
    </div>
  );
}
