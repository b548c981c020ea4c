import { useState, type CSSProperties } from 'react';

/** White reads on each of them (WCAG AA). */
const COLORS = ['#b3402f', '#8a5a00', '#2f7a36', '#0b7285', '#1f66c1', '#6b4fc8', '#a83a7b'];

/** A person's colour: the same on every device. */
export function colorOf(id: string): string {
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9_973, 7);
  return COLORS[sum % COLORS.length] ?? '#1f66c1';
}

/** The first letters of up to two names. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '');
  return letters.join('').toUpperCase() || '•';
}

interface AvatarProps {
  id: string;
  name: string;
  url: string | null;
}

/** The person's picture; their initials in their colour while there is none. */
export function Avatar({ id, name, url }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  if (url !== null && url !== broken) {
    return (
      <img
        className="avatar"
        data-testid="avatar-picture"
        src={url}
        alt=""
        onError={() => setBroken(url)}
      />
    );
  }
  return (
    <span
      className="avatar"
      aria-hidden="true"
      data-testid="avatar-initials"
      style={{ '--avatar': colorOf(id) } as CSSProperties}
    >
      {initialsOf(name)}
    </span>
  );
}
