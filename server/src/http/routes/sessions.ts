import { endSession, endSessions } from '../../domain/sessions/endSession';
import { listSessions } from '../../domain/sessions/listSessions';
import type { Handlers } from '../handler';

export const sessionHandlers = {
  'sessions.list': listSessions,
  'sessions.revoke': endSession,
  'sessions.revokeAll': endSessions,
} satisfies Handlers<'sessions.list' | 'sessions.revoke' | 'sessions.revokeAll'>;
