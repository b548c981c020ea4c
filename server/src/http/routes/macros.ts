import { createMacro } from '../../domain/macros/createMacro';
import { deleteMacro } from '../../domain/macros/deleteMacro';
import { listMacros } from '../../domain/macros/listMacros';
import { updateMacro } from '../../domain/macros/updateMacro';
import type { Handlers } from '../handler';

export const macroHandlers = {
  'macros.list': listMacros,
  'macros.create': createMacro,
  'macros.update': updateMacro,
  'macros.delete': deleteMacro,
} satisfies Handlers<'macros.list' | 'macros.create' | 'macros.update' | 'macros.delete'>;
