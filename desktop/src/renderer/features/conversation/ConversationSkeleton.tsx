import classes from './ConversationSkeleton.module.css';

const BUBBLES = [
  { width: 320, own: false },
  { width: 240, own: false },
  { width: 380, own: true },
  { width: 200, own: false },
];

/** A conversation to come, where nothing is cached yet. */
export function ConversationSkeleton() {
  return (
    <div className={classes.root} aria-hidden="true">
      {BUBBLES.map(({ width, own }) => (
        <div key={width} className={classes.bubble} data-own={own || undefined} style={{ width }} />
      ))}
    </div>
  );
}
