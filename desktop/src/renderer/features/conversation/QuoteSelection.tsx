import { Button } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import type { Message } from '@tikethet/shared/contracts';
import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from '../../app/texts';
import { quotablePart } from './quotablePart';
import classes from './QuoteSelection.module.css';

interface Selected {
  message: Message;
  part: string;
  top: number;
  left: number;
}

interface Props {
  frame: RefObject<HTMLElement | null>;
  messages: ReadonlyMap<string, Message>;
  onQuote: (message: Message, part: string) => void;
}

/** What of one message is selected now, and where in the frame that stands. */
function read(frame: HTMLElement, messages: Props['messages']): Selected | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const inside = range.commonAncestorContainer;
  const element = inside instanceof Element ? inside : inside.parentElement;
  const text = element?.closest('[data-testid="message-text"]');
  if (!text || !frame.contains(text)) return null;
  const id = text.closest('[data-message-id]')?.getAttribute('data-message-id');
  const message = messages.get(id ?? '');
  const part = message && quotablePart(message, selection.toString());
  if (!message || !part) return null;
  const box = range.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  return {
    message,
    part,
    top: Math.max(4, box.top - around.top - 36),
    left: Math.min(Math.max(box.left - around.left + box.width / 2, 80), around.width - 80),
  };
}

/** Beside words that are selected in a message: a way to answer just these. */
export function QuoteSelection({ frame, messages, onQuote }: Props) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => setSelected(frame.current && read(frame.current, messages));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [frame, messages]);
  if (selected === null) return null;
  return (
    <div className={classes.offer} style={{ top: selected.top, left: selected.left }}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconQuote size={14} stroke={1.6} />}
        data-testid="quote-part"
        // The selection, and with it what is to be quoted, must outlive the press.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          onQuote(selected.message, selected.part);
          document.getSelection()?.removeAllRanges();
        }}
      >
        {t('conversation.reply')}
      </Button>
    </div>
  );
}
