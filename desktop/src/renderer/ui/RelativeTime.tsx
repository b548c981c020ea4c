import { useTranslation } from '../app/texts';
import { fullTime, shortAge, useNow } from './time';

/** An age that keeps itself up to date; the exact time on hover. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return (
    <time
      dateTime={at}
      className={className}
      // Worked out when somebody wants it: a list has dozens of these.
      onPointerEnter={(event) => (event.currentTarget.title = fullTime(at, i18n.language))}
    >
      {shortAge(at, now, t, i18n.language)}
    </time>
  );
}
