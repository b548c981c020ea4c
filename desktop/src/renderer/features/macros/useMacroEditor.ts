import { useQueryClient } from '@tanstack/react-query';
import { macro as macroShape, type Macro } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge, type BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { withMacro } from '../../app/queries/macros';
import { newKey } from '../../app/write/newKey';
import { useToasts } from '../../ui/useToasts';
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
  const [conflict, setConflict] = useState<Macro | null>(null);
  const dirty = JSON.stringify(fieldsOf(draft)) !== JSON.stringify(fieldsOf(draftOf(base)));

  const list = (change: (macros: readonly Macro[]) => Macro[]): void => {
    client.setQueryData<Macro[]>(keys.macros, (known) => change(known ?? []));
  };
  const reload = () => void client.invalidateQueries({ queryKey: keys.macros });
  const settle = (saved: Macro): void => {
    list((macros) => withMacro(macros, saved));
    setBase(saved);
  };
  const failed = (error: BridgeError, repeat: () => void, key: string): void => {
    reload();
    const theirs = macroShape.safeParse(error.details['current']);
    if (error.code === 'conflict' && theirs.success) {
      // Decided here, not in the list of what is held.
      if (bridge.kind === 'electron') void bridge.outbox.decide(key, { action: 'discard' });
      setConflict(theirs.data);
      return;
    }
    toasts.failed(t('macros.what'), error, repeat);
  };

  /** @param version that it is based on */
  const saveOver = (version: number | undefined): void => {
    const fields = fieldsOf(draft);
    const id = macro?.id ?? newKey();
    const shown: Macro = {
      ...fields,
      id,
      ownerId: team ? null : me.id,
      version: version ?? 1,
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
      failed,
    };
    if (macro === null) {
      writer.write({ ...common, route: 'POST /macros', input: () => ({ ...fields, id, team }) });
    } else {
      writer.write({
        ...common,
        route: 'PUT /macros/{id}',
        input: () => ({ ...fields, id, ...(version !== undefined && { version }) }),
      });
    }
  };

  return {
    draft,
    dirty,
    conflict,
    change: (part: Partial<MacroDraft>) => setDraft((known) => ({ ...known, ...part })),
    save: () => saveOver(base?.version),
    keepMine: () => {
      const version = conflict?.version;
      setConflict(null);
      saveOver(version);
    },
    takeTheirs: () => {
      setBase(conflict);
      setDraft(draftOf(conflict));
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
