import type { InputOf, OperationOf, OutputOf } from '@tikethet/shared/contracts';
import { useState } from 'react';
import type { WriteRoute } from '../../app/bridge';
import { changesOf, conflictOf, editedFields, followLive, takeCurrent, type Edits } from './edits';
import { useSave } from './useSave';

/** Changes of things that several people may change at once: they take what was seen before. */
type EditRoute = {
  [R in WriteRoute]: 'base' extends keyof InputOf<OperationOf<R>> ? R : never;
}[WriteRoute];

interface Options<R extends EditRoute, T extends object> {
  route: R;
  /** Which one it is: the input beside its fields. */
  which: Partial<InputOf<OperationOf<R>>>;
  /** Its fields as the desk has them now. */
  live: T;
  done: (saved: OutputOf<OperationOf<R>>) => void;
}

/**
 * A form over something that a colleague may be changing too. Fields that are left alone follow
 * the desk; of the others only the changed ones are sent, and where a colleague was first the
 * person chooses between both values.
 */
export function useEditing<R extends EditRoute, T extends object>(options: Options<R, T>) {
  const { route, which, live, done } = options;
  const [edits, setEdits] = useState<Edits<T>>({ base: live, form: live });
  const [known, setKnown] = useState(live);
  if (JSON.stringify(known) !== JSON.stringify(live)) {
    setKnown(live);
    setEdits((now) => followLive(now, live));
  }
  const saving = useSave(route, (saved) => {
    setEdits(({ form }) => ({ base: form, form }));
    done(saved);
  });
  const conflict = conflictOf(saving.error);
  const send = (from: Edits<T>): void => {
    // The fields are those of the route; the pairing is lost on a generic form.
    saving.save({ ...which, ...changesOf(from) } as InputOf<OperationOf<R>>);
  };
  return {
    form: edits.form,
    dirty: editedFields(edits).length > 0,
    change: (part: Partial<T>) =>
      setEdits(({ base, form }) => ({ base, form: { ...form, ...part } })),
    discard: () => setEdits(({ base }) => ({ base, form: base })),
    saving: saving.saving,
    error: saving.error,
    trouble: conflict === null ? saving.trouble : null,
    conflict,
    save: () => send(edits),
    keepMine: () => {
      if (conflict === null) return;
      const next = takeCurrent(edits, conflict, 'base');
      setEdits(next);
      send(next);
    },
    keepTheirs: () => {
      if (conflict !== null) setEdits(takeCurrent(edits, conflict, 'form'));
      saving.clear();
    },
  };
}
