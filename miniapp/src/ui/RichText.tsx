import { linkify, parseMarkdown, type Block, type Inline } from '@tikethet/shared/markdown';
import type { MouseEvent, ReactNode } from 'react';
import { openOutside } from '../init/telegram';
import './styles/bubbles.css';

function follow(event: MouseEvent<HTMLAnchorElement>): void {
  event.stopPropagation();
  if (openOutside(event.currentTarget.href)) event.preventDefault();
}

function inline(part: Inline, key: number): ReactNode {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return <code key={key}>{part.text}</code>;
    case 'bold':
      return <strong key={key}>{part.children.map(inline)}</strong>;
    case 'italic':
      return <em key={key}>{part.children.map(inline)}</em>;
    case 'strike':
      return <s key={key}>{part.children.map(inline)}</s>;
    case 'link':
      return (
        <a key={key} href={part.url} target="_blank" rel="noopener noreferrer" onClick={follow}>
          {part.children.map(inline)}
        </a>
      );
  }
}

function block(part: Block, key: number): ReactNode {
  switch (part.type) {
    case 'paragraph':
      return <div key={key}>{part.children.map(inline)}</div>;
    case 'quote':
      return <blockquote key={key}>{part.children.map(inline)}</blockquote>;
    case 'codeBlock':
      return (
        <pre key={key} tabIndex={0}>
          <code>{part.text}</code>
        </pre>
      );
  }
}

/** What a person wrote, as React elements: never as HTML. */
export function RichText({ text, format }: { text: string; format: 'plain' | 'markdown' }) {
  return (
    <div className="rich-text">
      {format === 'markdown' ? parseMarkdown(text).map(block) : linkify(text).map(inline)}
    </div>
  );
}
