import classes from './TagDot.module.css';

/** A tag's colour as a mark beside its name; hollow when it has none. */
export function TagDot({ color }: { color: string | null }) {
  return (
    <span
      className={classes.dot}
      aria-hidden="true"
      data-color={color ?? undefined}
      style={color === null ? undefined : { background: color, borderColor: color }}
    />
  );
}
