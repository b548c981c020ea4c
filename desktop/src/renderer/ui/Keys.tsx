import classes from './Keys.module.css';

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The name of the platform's command key. */
export const MOD = apple ? '⌘' : 'Ctrl';

/** Keys to press. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className={classes.keys}>
      {keys.map((key) => (
        <kbd key={key} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
