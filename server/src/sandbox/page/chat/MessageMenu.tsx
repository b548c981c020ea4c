import { useLayoutEffect, useRef, useState } from 'react';
import type { StoredMessage } from '../../types';
import { useSettings } from '../app/settings';
import { Icon } from '../ui/Icon';
import { PopMenu } from '../ui/PopMenu';

interface Props {
  stored: StoredMessage;
  at: { x: number; y: number };
  onReply: () => void;
  onEdit: () => void;
  onCopy: () => void;
  onReact: (emoji: string) => void;
  onClose: () => void;
}

const quick = ['👍', '❤', '🔥', '🎉', '😁', '😢', '👎'];
const margin = 8;

/** What can be done with a message, opened by right click, long press or its small arrow. */
export function MessageMenu({ stored, at, onReply, onEdit, onCopy, onReact, onClose }: Props) {
  const { t } = useSettings();
  const probe = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: at.x, top: at.y });
  useLayoutEffect(() => {
    const menu = probe.current?.parentElement;
    if (!(menu instanceof HTMLElement)) return;
    // Not getBoundingClientRect: the opening animation still scales the menu.
    const { offsetWidth: width, offsetHeight: height } = menu;
    setPlace({
      left: Math.max(margin, Math.min(at.x, innerWidth - width - margin)),
      top: Math.max(margin, Math.min(at.y, innerHeight - height - margin)),
    });
  }, [at]);
  const mine = stored.reactions.me[0];
  const { text, caption } = stored.message;
  const run = (todo: () => void) => () => {
    todo();
    onClose();
  };
  return (
    <PopMenu className="messageMenu" style={place} onClose={onClose}>
      <div className="quickReactions" ref={probe}>
        {quick.map((emoji) => (
          <button
            key={emoji}
            type="button"
            className={emoji === mine ? 'chosen' : ''}
            data-testid={`react-${emoji}`}
            onClick={run(() => onReact(emoji === mine ? '' : emoji))}
          >
            {emoji === '❤' ? '❤️' : emoji}
          </button>
        ))}
      </div>
      <button type="button" role="menuitem" onClick={run(onReply)} data-testid="menu-reply">
        <Icon name="reply" size={20} /> {t.reply}
      </button>
      {stored.from === 'me' && (text ?? caption) !== undefined && (
        <button type="button" role="menuitem" onClick={run(onEdit)} data-testid="menu-edit">
          <Icon name="edit" size={20} /> {t.edit}
        </button>
      )}
      {(text ?? caption) !== undefined && (
        <button type="button" role="menuitem" onClick={run(onCopy)}>
          <Icon name="copy" size={20} /> {t.copy}
        </button>
      )}
    </PopMenu>
  );
}
