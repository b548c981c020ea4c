import type { TgReplyButton, TgReplyKeyboard } from '../../types';
import { Icon } from '../ui/Icon';

interface Props {
  keyboard: TgReplyKeyboard;
  onText: (text: string) => void;
  onContact: () => void;
  onLocation: () => void;
  onOpenApp: (url: string) => void;
}

/** The bot's own keyboard below the input. */
export function ReplyKeyboard({ keyboard, onText, onContact, onLocation, onOpenApp }: Props) {
  const press = (button: TgReplyButton) => {
    if (button.web_app !== undefined) onOpenApp(button.web_app.url);
    else if (button.request_contact === true) onContact();
    else if (button.request_location === true) onLocation();
    else onText(button.text);
  };
  return (
    <div className="replyKeyboard">
      {keyboard.keyboard.map((row, y) => (
        <div key={y}>
          {row.map((button, x) => (
            <button key={x} type="button" data-testid="reply-button" onClick={() => press(button)}>
              {button.text}
              {button.web_app !== undefined && <Icon name="app" size={12} />}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
