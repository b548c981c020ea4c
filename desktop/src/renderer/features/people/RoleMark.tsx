import type { Role } from '@tikethet/shared/permissions';
import { useTranslation } from '../../app/texts';
import classes from './RoleMark.module.css';

/** A role as a quiet mark; those above a helper carry a colour. */
export function RoleMark({ role }: { role: Role }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark} data-role={role}>
      {t(`role.${role}`)}
    </span>
  );
}
