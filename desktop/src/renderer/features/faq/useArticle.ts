import { useQueryClient } from '@tanstack/react-query';
import { faqEntry, type FaqEntry } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useGo } from '../../app/places';
import type { BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { draftOf, keep, readKept, sameDraft, textsOf, type ArticleDraft } from './draft';

interface Editing {
  /** The version that the words are based on. */
  version: number;
  draft: ArticleDraft;
}

/** The article in the editor: its unsaved words, and saving them. */
export function useArticle(entry: FaqEntry | null) {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const go = useGo();
  const toasts = useToasts();
  const id = entry?.id ?? null;
  const [editing, setEditing] = useState<Editing | null>(() => readKept(id));
  const [saving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<FaqEntry | null>(null);
  const saved = draftOf(entry);
  const draft = editing?.draft ?? saved;
  const dirty = editing !== null;

  const change = (part: Partial<ArticleDraft>): void => {
    const version = editing?.version ?? entry?.version ?? 0;
    const changed = { ...draft, ...part };
    const next = sameDraft(changed, saved) ? null : { version, draft: changed };
    setEditing(next);
    keep(id, version, next?.draft ?? null);
  };
  const discard = (): void => {
    setEditing(null);
    setConflict(null);
    keep(id, 0, null);
  };
  const settle = (written: FaqEntry): void => {
    setSaving(false);
    discard();
    client.setQueryData(keys.faqEntry(written.id), written);
    void client.invalidateQueries({ queryKey: keys.faqEntries });
    toasts.done(t('faq.saved'));
    if (id === null) go(`/admin/faq/${written.id}`, { replace: true });
  };
  const failed = (error: BridgeError, repeat: () => void): void => {
    setSaving(false);
    const theirs = faqEntry.safeParse(error.details.current);
    if (error.code === 'conflict' && theirs.success) setConflict(theirs.data);
    else toasts.failed(t('faq.what.article'), error, repeat);
  };

  /** `over`: what others have changed since is replaced; `theirs`: it is taken instead. */
  const save = (whose: 'mine' | 'over' | 'theirs'): void => {
    if (whose === 'theirs') {
      if (conflict) client.setQueryData(keys.faqEntry(conflict.id), conflict);
      discard();
      return;
    }
    setSaving(true);
    const { categoryId, isPublished } = draft;
    const fields = { categoryId, isPublished, texts: textsOf(draft) };
    const common = { lane: 'faq', settle, failed };
    if (id === null) {
      writer.write({ ...common, route: 'POST /faq/entries', input: () => fields });
      return;
    }
    const version = whose === 'over' ? undefined : editing?.version;
    writer.write({
      ...common,
      route: 'PUT /faq/entries/{id}',
      input: () => ({ id, ...fields, ...(version !== undefined && { version }) }),
    });
  };

  return { draft, dirty, saving, conflict, change, save, discard };
}
