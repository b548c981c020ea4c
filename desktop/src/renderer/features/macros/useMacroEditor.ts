import { useQueryClient } from '@tanstack/react-query';
import { macro as macroShape, type Macro } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useBridge, type BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { withMacro } from '../../app/queries/macros';
import { useTranslation } from '../../app/texts';
import { newKey } from '../../app/write/newKey';
import { useToasts } from '../../ui/useToasts';
import {
  changesOf,
  conflictOf,
  followLive,
  takeCurrent,
  type FieldConflict,
} from '../adminUi/edits';
import { draftOf, fieldsOf, type MacroDraft } from './draft';

interface Options {
  /** null: a new one. */
  macro: Macro | null;
  team: boolean;
  /** It is kept: a new one with the id it got. */
  onSaved: (id: string) => void;
  onDeleted: () => void;
}

/** A macro being written: on screen at once when saved, taken back with a word if refused. */
export function useMacroEditor({ macro, team, onSaved, onDeleted }: Options) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { me, writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const [draft, setDraft] = useState(() => draftOf(macro));
  const [base, setBase] = useState(macro);
  const [conflict, setConflict] = useState<FieldConflict | null>(null);
  const dirty = JSON.stringify(fieldsOf(draft)) !== JSON.stringify(fieldsOf(draftOf(base)));

  const list = (change: (macros: readonly Macro[]) => Macro[]): void => {
    client.setQueryData<Macro[]>(keys.macros, (known) => change(known ?? []));
  };
  const reload = () => void client.invalidateQueries({ queryKey: keys.macros });
  const settle = (saved: Macro): void => {
    list((macros) => withMacro(macros, saved));
    setBase(saved);
  };
  /** @param from what the change was based on */
  const failed = (
    from: Macro | null,
    error: BridgeError,
    repeat: () => void,
    key: string,
  ): void => {
    reload();
    const theirs = macroShape.safeParse(error.details['current']);
    const both = conflictOf(error);
    if (both === null || !theirs.success) return toasts.failed(t('macros.what'), error, repeat);
    // Decided here, not in the list of what is held.
    if (bridge.kind === 'electron') void bridge.outbox.decide(key, { action: 'discard' });
    const edits = { base: fieldsOf(draftOf(from)), form: fieldsOf(draft) };
    const { form } = followLive(edits, fieldsOf(draftOf(theirs.data)));
    setBase(theirs.data);
    setDraft(draftOf({ ...theirs.data, ...form }));
    setConflict(both);
  };

  /** @param from what the change is based on */
  const saveOver = (from: Macro | null): void => {
    const fields = fieldsOf(draft);
    const id = macro?.id ?? newKey();
    const shown: Macro = {
      ...fields,
      id,
      ownerId: team ? null : me.id,
      version: from?.version ?? 1,
      updatedAt: new Date().toISOString(),
    };
    const common = {
      lane: `macro-${id}`,
      show: () => {
        list((macros) => withMacro(macros, shown));
        toasts.done(t('macros.saved'));
        setBase(shown);
        onSaved(id);
      },
      settle,
      failed: (error: BridgeError, repeat: () => void, key: string) =>
        failed(from, error, repeat, key),
    };
    if (macro === null) {
      writer.write({ ...common, route: 'POST /macros', input: () => ({ ...fields, id, team }) });
    } else {
      writer.write({
        ...common,
        route: 'PUT /macros/{id}',
        input: () => ({ id, ...changesOf({ base: fieldsOf(draftOf(from)), form: fields }) }),
      });
    }
  };

  return {
    draft,
    dirty,
    conflict,
    change: (part: Partial<MacroDraft>) => setDraft((known) => ({ ...known, ...part })),
    save: () => saveOver(base),
    keepMine: () => {
      setConflict(null);
      saveOver(base);
    },
    takeTheirs: () => {
      if (base === null || conflict === null) return;
      const edits = { base: fieldsOf(draftOf(base)), form: fieldsOf(draft) };
      setDraft(draftOf({ ...base, ...takeCurrent(edits, conflict, 'form').form }));
      setConflict(null);
    },
    remove: () => {
      if (macro === null) return;
      const { id } = macro;
      writer.write({
        route: 'DELETE /macros/{id}',
        lane: `macro-${id}`,
        input: () => ({ id }),
        show: () => {
          list((macros) => macros.filter((known) => known.id !== id));
          onDeleted();
        },
        failed: (error, repeat) => {
          reload();
          toasts.failed(t('macros.what'), error, repeat);
        },
      });
    },
  };
}
