import { linkify, parseMarkdown, type Block, type Inline } from '@tikethet/shared/markdown';
import { memo, type ReactNode } from 'react';
import { useBridge } from '../../app/bridge';
import classes from './MessageText.module.css';

/** What was written, as React elements: nothing in it can ever become markup. */
export const MessageText = memo(function MessageText({
  content,
  format,
}: {
  content: string;
  format: 'plain' | 'markdown';
}) {
  if (content === '') return null;
  if (format === 'plain') {
    return (
      <div className={classes.text} data-testid="message-text">
        <Inlines parts={linkify(content)} />
      </div>
    );
  }
  return (
    <div className={classes.text} data-testid="message-text">
      {parseMarkdown(content).map((block, index) => (
        // Blocks of a text have no other identity than their place.
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
});

function BlockView({ block }: { block: Block }) {
  if (block.type === 'codeBlock') {
    return (
      <pre className={classes.code} tabIndex={0}>
        <code>{block.text}</code>
      </pre>
    );
  }
  const inside = <Inlines parts={block.children} />;
  return block.type === 'quote' ? (
    <blockquote className={classes.quote}>{inside}</blockquote>
  ) : (
    <div>{inside}</div>
  );
}

function Inlines({ parts }: { parts: readonly Inline[] }): ReactNode {
  return parts.map((part, index) => <InlineView key={index} part={part} />);
}

function InlineView({ part }: { part: Inline }): ReactNode {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return <code className={classes.inlineCode}>{part.text}</code>;
    case 'bold':
      return (
        <strong>
          <Inlines parts={part.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines parts={part.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines parts={part.children} />
        </s>
      );
    case 'link':
      return <OutsideLink url={part.url}>{<Inlines parts={part.children} />}</OutsideLink>;
  }
}

/** Opens in the system's browser; the address is shown before it is followed. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  const bridge = useBridge();
  return (
    <a
      href={url}
      title={url}
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void bridge.openExternal(url);
      }}
    >
      {children}
    </a>
  );
}
