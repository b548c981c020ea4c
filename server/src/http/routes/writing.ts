import { listDrafts } from '../../domain/drafts/listDrafts';
import { saveDraft } from '../../domain/drafts/saveDraft';
import { cancelScheduled } from '../../domain/scheduled/cancelScheduled';
import { changeScheduled } from '../../domain/scheduled/changeScheduled';
import { createScheduled } from '../../domain/scheduled/createScheduled';
import { listScheduled } from '../../domain/scheduled/listScheduled';
import type { Handlers } from '../handler';

/** What is being written: drafts, and replies that wait for their time. */
export const writingHandlers = {
  'drafts.list': listDrafts,
  'drafts.save': saveDraft,
  'scheduled.list': listScheduled,
  'scheduled.create': createScheduled,
  'scheduled.change': changeScheduled,
  'scheduled.cancel': cancelScheduled,
} satisfies Handlers<
  | 'drafts.list'
  | 'drafts.save'
  | 'scheduled.list'
  | 'scheduled.create'
  | 'scheduled.change'
  | 'scheduled.cancel'
>;
