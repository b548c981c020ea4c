import { Skeleton } from '@mantine/core';
import classes from './PeopleList.module.css';

/** Where people will stand. */
export function PeopleSkeleton() {
  return (
    <div className={classes.list} aria-busy="true">
      {Array.from({ length: 8 }, (_, at) => (
        <div key={at} className={classes.skeleton} aria-hidden="true">
          <Skeleton circle width={28} height={28} />
          <div className={classes.who}>
            <Skeleton height={12} width={`${40 + ((at * 17) % 30)}%`} mb={6} />
            <Skeleton height={10} width="30%" />
          </div>
        </div>
      ))}
    </div>
  );
}
