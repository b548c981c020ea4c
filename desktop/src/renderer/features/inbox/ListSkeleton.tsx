import classes from './ListSkeleton.module.css';

const ROWS = [72, 54, 81, 63, 47, 69, 76, 58];

/** Rows to come, where nothing is cached yet. */
export function ListSkeleton() {
  return (
    <div aria-hidden="true" className={classes.list}>
      {ROWS.map((width) => (
        <div key={width} className={classes.row}>
          <span className={classes.dot} />
          <span className={classes.lines}>
            <span className={classes.line} style={{ width: `${width}%` }} />
            <span className={classes.line} style={{ width: `${width - 20}%`, height: 8 }} />
          </span>
        </div>
      ))}
    </div>
  );
}
