import type { ReactNode } from 'react';
import { useTranslation } from '../../app/texts';
import { ErrorState } from '../../ui/ErrorState';
import classes from './Rows.module.css';

interface Props<T> {
  /** What a query knows so far. */
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  /** What could not be shown, in words. */
  failed?: string;
  children: (data: T) => ReactNode;
}

/** What an admin page shows: its place is held while it comes, and if it does not, one may try again. */
export function Loaded<T>({ query: { data, error, refetch }, failed, children }: Props<T>) {
  const { t } = useTranslation();
  if (data !== undefined) return children(data);
  if (error === null) return <div className={classes.skeleton} aria-busy="true" />;
  const title = failed ?? t('setup.failed');
  return <ErrorState title={title} error={error} retry={() => void refetch()} />;
}
