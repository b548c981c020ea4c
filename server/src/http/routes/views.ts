import { countViews } from '../../domain/views/countViews';
import { createView } from '../../domain/views/createView';
import { deleteView } from '../../domain/views/deleteView';
import { listViews } from '../../domain/views/listViews';
import { reorderViews } from '../../domain/views/reorderViews';
import { updateView } from '../../domain/views/updateView';
import type { Handlers } from '../handler';

export const viewHandlers = {
  'views.list': listViews,
  'views.counts': countViews,
  'views.create': createView,
  'views.update': updateView,
  'views.delete': deleteView,
  'views.reorder': reorderViews,
} satisfies Handlers<
  'views.list' | 'views.counts' | 'views.create' | 'views.update' | 'views.delete' | 'views.reorder'
>;
