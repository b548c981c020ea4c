import { createInvitation } from '../../domain/invitations/createInvitation';
import { listInvitations } from '../../domain/invitations/listInvitations';
import { revokeInvitation } from '../../domain/invitations/revokeInvitation';
import { showInvitations } from '../../domain/invitations/showInvitations';
import type { Handlers } from '../handler';

export const invitationHandlers = {
  'invitations.list': listInvitations,
  'invitations.create': async (ctx, input) => {
    const { invitation, payload } = await createInvitation(ctx, input);
    const link = await ctx.services.config.botLink(payload);
    const [shown] = await showInvitations(ctx, [invitation]);
    if (shown === undefined) throw new Error('unreachable: one invitation in, one out');
    return { invitation: shown, link };
  },
  'invitations.revoke': revokeInvitation,
} satisfies Handlers<'invitations.list' | 'invitations.create' | 'invitations.revoke'>;
