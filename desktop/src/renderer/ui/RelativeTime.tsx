import { useTranslation } from '../app/texts';
import { fullTime, shortAge, useNow } from './time';

/** An age that keeps itself up to date; the exact time on hover. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return (
    <time dateTime={at} title={fullTime(at, i18n.language)} className={className}>
      {shortAge(at, now, t, i18n.language)}
    </time>
  );
}
