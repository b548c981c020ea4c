import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConsoleSettings } from '@tikethet/shared/contracts';
import { useCallback } from 'react';
import { useToasts } from '../../ui/useToasts';
import { unwrap, useBridge } from '../bridge';
import { useDesk } from '../DeskProvider';
import { keys } from '../keys';
import { useTranslation } from '../texts';

const USUAL: ConsoleSettings = { signature: { text: '', isOn: false }, shortcuts: {} };

/** What this person has set up for themselves, on every device; the usual until it is known. */
export function useConsoleSettings(): ConsoleSettings {
  const bridge = useBridge();
  const { data } = useQuery({
    queryKey: keys.consoleSettings,
    queryFn: () => unwrap(bridge.read('GET /me/console', {})),
  });
  return data ?? USUAL;
}

/** Changes some of it: on screen at once, taken back with a word if refused. */
export function useChangeConsoleSettings() {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  return useCallback(
    (change: Partial<ConsoleSettings>): void => {
      const before = client.getQueryData<ConsoleSettings>(keys.consoleSettings) ?? USUAL;
      writer.write({
        route: 'PUT /me/console',
        lane: 'console',
        input: () => change,
        show: () =>
          client.setQueryData<ConsoleSettings>(keys.consoleSettings, (known) => ({
            ...USUAL,
            ...known,
            ...change,
          })),
        revert: () => client.setQueryData(keys.consoleSettings, before),
        failed: (error, repeat) => toasts.failed(t('settings.title'), error, repeat),
      });
    },
    [client, t, toasts, writer],
  );
}
