import { listDrafts } from '../../domain/drafts/listDrafts';
import { saveDraft } from '../../domain/drafts/saveDraft';
import { cancelScheduled } from '../../domain/scheduled/cancelScheduled';
import { changeScheduled } from '../../domain/scheduled/changeScheduled';
import { createScheduled } from '../../domain/scheduled/createScheduled';
import { listScheduled } from '../../domain/scheduled/listScheduled';
import { listTeam } from '../../domain/people/listTeam';
import type { Handlers } from '../handler';

/** What is being written: drafts, replies that wait for their time, whom a note can address. */
export const writingHandlers = {
  'team.list': listTeam,
  'drafts.list': listDrafts,
  'drafts.save': saveDraft,
  'scheduled.list': listScheduled,
  'scheduled.create': createScheduled,
  'scheduled.change': changeScheduled,
  'scheduled.cancel': cancelScheduled,
} satisfies Handlers<
  | 'team.list'
  | 'drafts.list'
  | 'drafts.save'
  | 'scheduled.list'
  | 'scheduled.create'
  | 'scheduled.change'
  | 'scheduled.cancel'
>;
