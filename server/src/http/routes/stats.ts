import { getStats } from '../../domain/stats/getStats';
import type { Handlers } from '../handler';

export const statsHandlers = { 'stats.get': getStats } satisfies Handlers<'stats.get'>;
