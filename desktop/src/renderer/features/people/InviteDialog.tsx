import { Button, Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { OutputOf } from '@tikethet/shared/contracts';
import { mayGrant, ROLES } from '@tikethet/shared/permissions';
import { useState } from 'react';
import type { BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import { errorText } from '../../ui/errorText';
import classes from './InviteDialog.module.css';
import { MadeInvitation } from './MadeInvitation';

const NAME = /^@?[A-Za-z0-9_]{4,32}$/;

/** Makes an invitation: to a role, for one Telegram name or for whoever opens the link. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { me, writer } = useDesk();
  const client = useQueryClient();
  const roles = ROLES.filter((role) => role !== 'USER').filter((role) => mayGrant(me, role));
  const [role, setRole] = useState(roles[0]);
  const [name, setName] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<BridgeError | null>(null);
  const [made, setMade] = useState<OutputOf<'invitations.create'> | null>(null);
  const username = name.trim();
  const wrong = username !== '' && !NAME.test(username);

  const make = () => {
    if (role === undefined || wrong || sending) return;
    setSending(true);
    setProblem(null);
    writer.write({
      route: 'POST /invitations',
      lane: 'invitations',
      input: () => (username === '' ? { role } : { role, username }),
      settle: (value) => {
        setSending(false);
        setMade(value);
        void client.invalidateQueries({ queryKey: keys.invitations });
      },
      failed: (error) => {
        setSending(false);
        setProblem(error);
      },
    });
  };

  return (
    <Dialog onClose={onClose} title={t(made ? 'people.invitationReady' : 'people.inviteTitle')}>
      {made ? (
        <MadeInvitation made={made} onDone={onClose} />
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            make();
          }}
        >
          <Radio.Group
            label={t('people.inviteRole')}
            value={role ?? null}
            onChange={(value) => setRole(roles.find((one) => one === value))}
          >
            <div className={classes.roles}>
              {roles.map((one) => (
                <Radio
                  key={one}
                  size="xs"
                  value={one}
                  label={t(`role.${one}`)}
                  description={t(`people.roleHelp.${one}`)}
                  data-testid={`invite-${one}`}
                />
              ))}
            </div>
          </Radio.Group>
          <TextInput
            size="xs"
            data-autofocus
            label={t('people.inviteName')}
            description={t('people.inviteNameHelp')}
            placeholder="@username"
            autoComplete="off"
            spellCheck={false}
            value={name}
            error={wrong ? t('people.inviteNameWrong') : null}
            data-testid="invite-name"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {problem !== null && (
            <p className={classes.problem} role="alert">
              {problem.code === 'already_exists' ? t('people.inviteKnown') : errorText(problem, t)}
            </p>
          )}
          <DialogButtons onCancel={onClose} mt={0}>
            <Button type="submit" loading={sending} disabled={wrong} data-testid="invite-make">
              {t('people.makeInvitation')}
            </Button>
          </DialogButtons>
        </form>
      )}
    </Dialog>
  );
}
