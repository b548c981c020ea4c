import { useState } from 'react';
import classes from './Avatar.module.css';
import { useFace } from './useFace';

const HUES = [212, 262, 320, 12, 36, 150, 182, 232];

function hue(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return HUES[sum % HUES.length] ?? 212;
}

/** Up to two first letters of a name. */
export function initials(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
    .split(/\s+/);
  const letters = words.slice(0, 2).map((word) => Array.from(word)[0] ?? '');
  return letters.join('').toUpperCase() || '?';
}

/**
 * A person by their picture, as two letters on their own colour until it is there or when there is
 * none. The name belongs beside it, or into `title`.
 */
export function Avatar({
  person,
  size = 20,
  title,
}: {
  person: { id: string; displayName: string; avatarUrl?: string | null } | null;
  size?: number;
  title?: string;
}) {
  return (
    <span
      className={classes.avatar}
      data-nobody={person === null || undefined}
      {...(title === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': title, title })}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.42),
        ['--hue' as string]: person ? hue(person.id) : 0,
      }}
    >
      {person ? initials(person.displayName) : ''}
      {person?.avatarUrl && <Face key={person.avatarUrl} url={person.avatarUrl} />}
    </span>
  );
}

/** Over the letters, once it has come; one that cannot be had leaves them. */
function Face({ url }: { url: string }) {
  const src = useFace(url);
  const [state, setState] = useState<'coming' | 'here' | 'none'>('coming');
  if (src === null || state === 'none') return null;
  return (
    <img
      className={classes.face}
      data-state={state}
      src={src}
      alt=""
      draggable={false}
      onLoad={() => setState('here')}
      onError={() => setState('none')}
    />
  );
}
