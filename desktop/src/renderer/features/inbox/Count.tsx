import { useTranslation } from '../../app/texts';
import { inShort } from '../../ui/formats';
import classes from './Rail.module.css';

/** How many there are; nothing for none, and thousands in short. */
export function Count({
  count = 0,
  most,
  alert = false,
}: {
  count?: number | undefined;
  /** From here on it is only known that there are more. */
  most?: number | undefined;
  /** Something is wrong as long as there are any. */
  alert?: boolean;
}) {
  const { i18n } = useTranslation();
  if (count <= 0) return null;
  return (
    <span className={classes.count} data-alert={alert || undefined} data-testid="view-count">
      {inShort(count, i18n.language)}
      {most !== undefined && count >= most && '+'}
    </span>
  );
}
