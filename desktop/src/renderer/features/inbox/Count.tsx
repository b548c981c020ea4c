import { useTranslation } from 'react-i18next';
import classes from './Rail.module.css';

/** How many there are; nothing for none, and thousands in short. */
export function Count({
  count = 0,
  most,
  alert = false,
}: {
  count?: number | undefined;
  /** From here on it is only known that there are more. */
  most?: number;
  /** Something is wrong as long as there are any. */
  alert?: boolean;
}) {
  const { i18n } = useTranslation();
  if (count <= 0) return null;
  const short = new Intl.NumberFormat(i18n.language, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return (
    <span className={classes.count} data-alert={alert || undefined} data-testid="view-count">
      {short.format(count)}
      {most !== undefined && count >= most && '+'}
    </span>
  );
}
