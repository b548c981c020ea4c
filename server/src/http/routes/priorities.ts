import { listPriorities } from '../../domain/priorities/listPriorities';
import { updatePriority } from '../../domain/priorities/updatePriority';
import type { Handlers } from '../handler';

export const priorityHandlers = {
  'priorities.list': async (ctx) => ({ items: await listPriorities(ctx) }),
  'priorities.update': updatePriority,
} satisfies Handlers<'priorities.list' | 'priorities.update'>;
