import { IconEye } from '@tabler/icons-react';
import {
  outranks,
  ROLES,
  type PermissionChange,
  type PermissionMatrix,
} from '@tikethet/shared/permissions';
import { Fragment } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { useViewAs } from '../viewAs/viewAsContext';
import { MatrixCell } from './MatrixCell';
import classes from './MatrixTable.module.css';
import type { PermissionGroup } from './permissionGroups';

const COLUMNS = ROLES.filter((role) => role !== 'USER');

/** Actions by roles; a role's eye shows the desk as it sees it. */
export function MatrixTable({
  groups,
  matrix,
  onWish,
}: {
  groups: readonly PermissionGroup[];
  matrix: PermissionMatrix;
  onWish: (change: PermissionChange) => void;
}) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { viewAs } = useViewAs();
  return (
    <table className={classes.table} data-testid="rights-table">
      <thead>
        <tr>
          <th scope="col" className={classes.action}>
            {t('rights.action')}
          </th>
          {COLUMNS.map((role) => (
            <th key={role} scope="col" className={classes.role}>
              <span className={classes.roleName}>
                {t(`role.${role}`)}
                {role !== 'DEVELOPER' && role !== me.role && outranks(me.role, role) && (
                  <IconButton
                    label={t('rights.viewAs', { role: t(`role.${role}`) })}
                    data-testid={`view-as-${role}`}
                    onClick={() => viewAs(role)}
                  >
                    <IconEye size={15} stroke={1.6} />
                  </IconButton>
                )}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ area, permissions }) => (
          <Fragment key={area}>
            <tr>
              <th scope="colgroup" colSpan={COLUMNS.length + 1} className={classes.area}>
                {t(`rights.areas.${area}`)}
              </th>
            </tr>
            {permissions.map((permission) => (
              <tr key={permission} className={classes.line}>
                <th scope="row" className={classes.name}>
                  {t(`rights.may.${permission}`)}
                </th>
                {COLUMNS.map((role) => (
                  <td key={role}>
                    <MatrixCell
                      role={role}
                      permission={permission}
                      matrix={matrix}
                      onWish={onWish}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
