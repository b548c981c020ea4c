import { IconDots } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useTranslation } from '../../app/texts';
import iconButton from '../../ui/IconButton.module.css';

/** The button of a message's menu; takes what a menu gives its target. */
export function Dots(props: ComponentProps<'button'>) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-label={t('conversation.actions')}
      aria-haspopup="menu"
      {...props}
      className={`${iconButton.button} ${iconButton.small}`}
      data-bubble-menu
      data-testid="message-menu"
    >
      <IconDots size={16} aria-hidden="true" />
    </button>
  );
}
