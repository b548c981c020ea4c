import type { Draft } from '@tikethet/shared/contracts';
import { requirePerson, type Ctx } from '../context';
import { presentDraft, type DraftRow } from './draft';

const MOST = 200;

/** The person's own drafts, newest first; emptied ones too. */
export async function listDrafts(ctx: Ctx): Promise<{ items: Draft[] }> {
  const rows = await ctx
    .trx<DraftRow>('drafts')
    .where({ user_id: requirePerson(ctx).id })
    .orderBy('written_at', 'desc')
    .limit(MOST);
  return { items: rows.map(presentDraft) };
}
