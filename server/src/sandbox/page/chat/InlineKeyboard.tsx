import { useEffect, useState } from 'react';
import type { TgInlineButton, TgInlineKeyboard } from '../../types';
import { useSettings } from '../app/settings';
import { Icon } from '../ui/Icon';
import { useToasts } from '../ui/Toasts';

interface Props {
  keyboard: TgInlineKeyboard;
  answeredQuery: string | null;
  /** Returns the id of the query that the bot should answer. */
  onPress: (data: string) => Promise<string>;
  onLink: (href: string) => void;
  onOpenApp: (url: string) => void;
}

/** How long a button shows its progress while the bot says nothing. */
const patienceMs = 15_000;

export function InlineKeyboard({ keyboard, answeredQuery, onPress, onLink, onOpenApp }: Props) {
  const { t } = useSettings();
  const { show } = useToasts();
  const [waiting, setWaiting] = useState<{ place: string; queryId: string | null } | null>(null);
  const busy = waiting !== null && (waiting.queryId === null || waiting.queryId !== answeredQuery);

  // Only the newest answer is known: the next one, to another keyboard, must not wake this one.
  useEffect(() => {
    setWaiting((now) => (now?.queryId != null && now.queryId === answeredQuery ? null : now));
  }, [waiting?.queryId, answeredQuery]);

  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => {
      setWaiting(null);
      show(t.botSilent);
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [busy, show, t]);

  const press = (button: TgInlineButton, place: string) => {
    if (button.url !== undefined) return onLink(button.url);
    if (button.web_app !== undefined) return onOpenApp(button.web_app.url);
    if (button.copy_text !== undefined) {
      navigator.clipboard.writeText(button.copy_text.text).then(
        () => show(t.copied),
        () => show(t.failed),
      );
      return;
    }
    if (busy || button.callback_data === undefined) return;
    setWaiting({ place, queryId: null });
    onPress(button.callback_data).then(
      (queryId) => setWaiting({ place, queryId }),
      () => {
        setWaiting(null);
        show(t.failed);
      },
    );
  };

  return (
    <div className="inlineKeyboard">
      {keyboard.inline_keyboard.map((row, y) => (
        <div className="inlineRow" key={y}>
          {row.map((button, x) => (
            <button
              key={x}
              type="button"
              className={busy && waiting.place === `${y}:${x}` ? 'waiting' : ''}
              data-testid="inline-button"
              data-callback={button.callback_data}
              onClick={() => press(button, `${y}:${x}`)}
            >
              <span>{button.text}</span>
              {button.url !== undefined && <Icon name="link" size={12} />}
              {button.web_app !== undefined && <Icon name="app" size={12} />}
              {button.copy_text !== undefined && <Icon name="copy" size={12} />}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
