import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { back } from '../app/navigation';
import { hasBackButton } from '../init/telegram';
import { ConnectionDot } from './ConnectionDot';
import { Icon } from './Icon';

interface TopBarProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Shows the way back where Telegram has no button for it. */
  canGoBack?: boolean;
  action?: ReactNode;
}

/** The line above a screen: where one is, and whether the desk is reached. */
export function TopBar({ title, subtitle, canGoBack = false, action }: TopBarProps) {
  const { t } = useTranslation();
  return (
    <header className="top-bar">
      {canGoBack && !hasBackButton && (
        <button
          type="button"
          className="icon-button"
          data-testid="back"
          aria-label={t('actions.back')}
          onClick={back}
        >
          <Icon name="back" />
        </button>
      )}
      <div className="top-bar-text">
        <div className="top-bar-line">
          <h1 className="top-bar-title">{title}</h1>
          <ConnectionDot />
        </div>
        {subtitle !== undefined && <div className="top-bar-subtitle">{subtitle}</div>}
      </div>
      {action}
    </header>
  );
}
