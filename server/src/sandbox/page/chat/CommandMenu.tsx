import type { BotCommand } from '../../types';
import { useSettings } from '../app/settings';
import { BotAvatar } from '../ui/Avatar';

interface Props {
  commands: BotCommand[];
  onChoose: (command: string) => void;
}

/** The bot's commands, above the input. */
export function CommandMenu({ commands, onChoose }: Props) {
  const { t } = useSettings();
  return (
    <div className="commandMenu" role="menu" aria-label={t.commands} data-testid="command-menu">
      {commands.map(({ command, description }) => (
        <button
          key={command}
          type="button"
          role="menuitem"
          data-testid={`command-${command}`}
          onClick={() => onChoose(command)}
        >
          <BotAvatar size={32} />
          <b>/{command}</b>
          <span>{description}</span>
        </button>
      ))}
    </div>
  );
}
