import { readSettings } from '../../domain/settings/deskSettings';
import { updateSettings } from '../../domain/settings/updateSettings';
import type { Handlers } from '../handler';

export const deskHandlers = {
  'desk.get': (ctx) => readSettings(ctx),
  'desk.update': updateSettings,
} satisfies Handlers<'desk.get' | 'desk.update'>;
