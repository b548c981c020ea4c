import { Radio } from '@mantine/core';
import type { User } from '@tikethet/shared/contracts';
import { can, mayGrant, outranks, ROLES, type Role } from '@tikethet/shared/permissions';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Group } from '../settings/Group';
import classes from './PersonPanel.module.css';
import { RoleMark } from './RoleMark';
import { usePersonWrites } from './usePersonWrites';

/** What a person is here, and, for somebody above them, what else they might be. */
export function RoleSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { setRole } = usePersonWrites(user);
  const [asked, setAsked] = useState<Role | null>(null);
  const changeable = user.id !== me.id && can(me, 'people.setRole') && outranks(me.role, user.role);
  const roles = ROLES.filter((role) => role === user.role || (changeable && mayGrant(me, role)));
  const why = user.id === me.id ? t('people.ownRole') : t('people.peerRole');
  return (
    <Group title={t('people.role')} {...(changeable ? {} : { help: why })}>
      <Radio.Group
        value={user.role}
        aria-label={t('people.role')}
        onChange={(value) => setAsked(roles.find((role) => role === value) ?? null)}
      >
        {roles.map((role) => (
          <div key={role} className={classes.role}>
            {changeable ? (
              <Radio
                size="xs"
                value={role}
                label={t(`role.${role}`)}
                description={t(`people.roleHelp.${role}`)}
                data-testid={`role-${role}`}
              />
            ) : (
              <>
                <RoleMark role={role} />
                <span className={classes.help}>{t(`people.roleHelp.${role}`)}</span>
              </>
            )}
          </div>
        ))}
      </Radio.Group>
      {asked !== null && (
        <ConfirmDialog
          title={t('people.askRole', { name: user.displayName, role: t(`role.${asked}`) })}
          help={t('people.askRoleHelp')}
          action={t('people.giveRole')}
          testId="role-confirm"
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setRole(asked);
            setAsked(null);
          }}
        />
      )}
    </Group>
  );
}
