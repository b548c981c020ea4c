import classes from './Avatar.module.css';

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

/** A person as two letters on their own colour. The name belongs beside it, or into `title`. */
export function Avatar({
  person,
  size = 20,
  title,
}: {
  person: { id: string; displayName: string } | null;
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
    </span>
  );
}
