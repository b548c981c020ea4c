import type { AuditEntry } from '@tikethet/shared/contracts';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { NavLink } from '../../ui/Link';
import { fullTime } from '../../ui/time';
import classes from './Audit.module.css';
import { changedFields } from './auditValues';
import { useAuditWords } from './useAuditWords';

/** One deed: who, when, what; opened, what it was before and after. */
export function AuditEntryRow({ entry }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const words = useAuditWords();
  const [open, setOpen] = useState(false);
  const { target, actor, at } = entry;
  const fields = changedFields(entry.before, entry.after);
  const deed = words.action(entry.action);

  return (
    <li className={classes.entry} data-testid="audit-entry" data-action={entry.action}>
      <button
        type="button"
        className={classes.line}
        aria-expanded={open}
        disabled={fields.length === 0}
        data-testid="audit-open"
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight
          size={14}
          aria-hidden="true"
          className={classes.chevron}
          data-open={open || undefined}
          data-empty={fields.length === 0 || undefined}
        />
        <time className={classes.time} dateTime={at}>
          {fullTime(at, i18n.language)}
        </time>
        <span className={classes.actor}>{actor?.displayName ?? t('audit.desk')}</span>
        <span className={classes.deed}>
          {deed}
          {target.label !== null && <span className={classes.target}> · {target.label}</span>}
        </span>
      </button>
      {target.type === 'ticket' && target.id !== null && (
        <NavLink
          className={classes.link}
          to={`/inbox/active/${target.id}`}
          aria-label={`${t('audit.openTicket')}: ${target.label ?? ''}`}
        >
          {t('audit.openTicket')}
        </NavLink>
      )}
      {open && (
        <table className={classes.fields} data-testid="audit-fields">
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{words.field(name)}</th>
                <td>{words.value(name, before)}</td>
                <td>{words.value(name, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
