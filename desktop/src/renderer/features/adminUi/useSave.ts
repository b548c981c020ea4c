import type { InputOf, OperationOf, OutputOf } from '@tikethet/shared/contracts';
import { useState } from 'react';
import type { BridgeError, WriteRoute } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { errorText } from '../../ui/errorText';

interface SaveState {
  saving: boolean;
  error: BridgeError | null;
}

/**
 * Saving a form: whether it is under way, and why it failed.
 * @param done called with what the desk made of it
 */
export function useSave<R extends WriteRoute>(
  route: R,
  done: (saved: OutputOf<OperationOf<R>>) => void,
) {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const [{ saving, error }, setState] = useState<SaveState>({ saving: false, error: null });

  const save = (input: InputOf<OperationOf<R>>): void => {
    setState({ saving: true, error: null });
    writer.write({
      route,
      lane: 'setup',
      input: () => input,
      settle: (saved) => {
        setState({ saving: false, error: null });
        done(saved);
      },
      failed: (failure) => setState({ saving: false, error: failure }),
    });
  };
  const clear = () => setState({ saving: false, error: null });
  return { saving, error, trouble: error && errorText(error, t), save, clear };
}
