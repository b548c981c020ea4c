import { Checkbox, Tooltip } from '@mantine/core';
import {
  changeRefusal,
  DEFAULT_MATRIX,
  type Permission,
  type PermissionChange,
  type PermissionMatrix,
  type Role,
} from '@tikethet/shared/permissions';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import classes from './MatrixTable.module.css';

/** Whether a role may do something; what may not be changed says why. */
export function MatrixCell({
  role,
  permission,
  matrix,
  onWish,
}: {
  role: Role;
  permission: Permission;
  matrix: PermissionMatrix;
  onWish: (change: PermissionChange) => void;
}) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const has = matrix[role].includes(permission);
  const change = { role, permission, allowed: !has };
  const refusal = changeRefusal(me, matrix, change);
  const differs = DEFAULT_MATRIX[role].includes(permission) !== has;
  const label = t('rights.of', { role: t(`role.${role}`), action: t(`rights.may.${permission}`) });
  const notes = [
    refusal === null ? null : t(`rights.refused.${refusal}`),
    differs ? t('rights.changed') : null,
  ].filter((note) => note !== null);
  return (
    <Tooltip label={notes.join(' · ')} disabled={notes.length === 0}>
      <span className={classes.cell} data-differs={differs || undefined}>
        <Checkbox
          size="xs"
          checked={has}
          aria-label={notes.length === 0 ? label : `${label} (${notes.join(', ')})`}
          // Still to be reached by keyboard, so that its reason can be heard.
          aria-disabled={refusal !== null}
          data-refused={refusal ?? undefined}
          data-testid={`right-${role}-${permission}`}
          onChange={() => {
            if (refusal === null) onWish(change);
          }}
        />
      </span>
    </Tooltip>
  );
}
