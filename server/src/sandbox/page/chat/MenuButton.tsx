import type { MenuButton as MenuButtonState } from '../../types';
import { useSettings } from '../app/settings';
import { Icon } from '../ui/Icon';

interface Props {
  button: MenuButtonState;
  hasCommands: boolean;
  onOpenApp: (url: string) => void;
  onCommands: () => void;
}

/** The button left of the input: the bot's Mini App, or its commands. */
export function MenuButton({ button, hasCommands, onOpenApp, onCommands }: Props) {
  const { t } = useSettings();
  const app = button.web_app;
  if (app !== undefined)
    return (
      <button
        type="button"
        className="menuButton"
        data-testid="menu-button"
        title={button.text}
        aria-label={button.text ?? t.openApp}
        onClick={() => onOpenApp(app.url)}
      >
        <Icon name="app" size={18} />
        <span>{button.text ?? t.openApp}</span>
      </button>
    );
  if (!hasCommands) return <span className="menuGap" />;
  return (
    <button
      type="button"
      className="menuButton short"
      data-testid="menu-button"
      aria-label={t.menu}
      title={t.menu}
      onClick={onCommands}
    >
      <Icon name="menu" size={20} />
    </button>
  );
}
