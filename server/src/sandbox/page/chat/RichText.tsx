import { Fragment, useState, type ReactNode } from 'react';
import type { TgEntity } from '../../types';

interface Props {
  text: string;
  entities: TgEntity[] | undefined;
  onLink: (href: string) => void;
  onCommand: (command: string) => void;
}

/** Text with its entities as elements. User content is only ever text nodes, never HTML. */
export function RichText({ text, entities = [], onLink, onCommand }: Props) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return <>{renderRange(text, sorted, 0, text.length, { onLink, onCommand })}</>;
}

type Handlers = Pick<Props, 'onLink' | 'onCommand'>;

/** Renders [from, to); entities that begin inside another one are rendered inside it. */
function renderRange(
  text: string,
  entities: TgEntity[],
  from: number,
  to: number,
  handlers: Handlers,
): ReactNode[] {
  const nodes: ReactNode[] = [];
  let at = from;
  let rest = entities;
  for (;;) {
    const entity = rest.find(({ offset, length }) => offset >= at && offset + length <= to);
    if (entity === undefined) break;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const end = entity.offset + entity.length;
    rest = rest.slice(rest.indexOf(entity) + 1);
    const inner = rest.filter(({ offset }) => offset < end);
    nodes.push(
      <Entity
        key={`${entity.offset}:${entity.type}`}
        entity={entity}
        handlers={handlers}
        raw={text.slice(entity.offset, end)}
      >
        {renderRange(text, inner, entity.offset, end, handlers)}
      </Entity>,
    );
    // A block ends its line by itself; the line break after it would leave an empty one.
    at = isBlock(entity) && text.charAt(end) === '\n' ? end + 1 : end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function isBlock({ type }: TgEntity): boolean {
  return type === 'pre' || type.endsWith('blockquote');
}

interface EntityProps {
  entity: TgEntity;
  raw: string;
  handlers: Handlers;
  children: ReactNode;
}

function Entity({ entity, raw, handlers, children }: EntityProps) {
  switch (entity.type) {
    case 'bold':
      return <strong>{children}</strong>;
    case 'italic':
      return <em>{children}</em>;
    case 'underline':
      return <u>{children}</u>;
    case 'strikethrough':
      return <s>{children}</s>;
    case 'code':
      return <code>{children}</code>;
    case 'pre':
      return (
        <pre>
          {entity.language !== undefined && <span className="preLanguage">{entity.language}</span>}
          {children}
        </pre>
      );
    case 'spoiler':
      return <Spoiler>{children}</Spoiler>;
    case 'blockquote':
    case 'expandable_blockquote':
      return <blockquote>{children}</blockquote>;
    case 'bot_command':
      return (
        <button type="button" className="textLink" onClick={() => handlers.onCommand(raw)}>
          {children}
        </button>
      );
    case 'url':
    case 'text_link':
    case 'email':
      return (
        <Link href={hrefOf(entity, raw)} onLink={handlers.onLink}>
          {children}
        </Link>
      );
    case 'mention':
    case 'hashtag':
      return <span className="textLink">{children}</span>;
    default:
      return <Fragment>{children}</Fragment>;
  }
}

function hrefOf(entity: TgEntity, raw: string): string {
  if (entity.url !== undefined) return entity.url;
  return entity.type === 'email' ? `mailto:${raw}` : raw;
}

function Link({
  href,
  onLink,
  children,
}: {
  href: string;
  onLink: Props['onLink'];
  children: ReactNode;
}) {
  const safe = /^(https?:|mailto:|tg:)/i.test(href) ? href : '#';
  return (
    <a
      href={safe}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        if (safe !== '#') onLink(safe);
      }}
    >
      {children}
    </a>
  );
}

function Spoiler({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <span
      className={`spoiler${open ? ' open' : ''}`}
      role="button"
      tabIndex={0}
      onClick={() => setOpen(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setOpen(true);
      }}
    >
      {children}
    </span>
  );
}
