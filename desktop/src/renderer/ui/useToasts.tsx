import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { ERRORS, isErrorCode } from '@tikethet/shared/errors';
import type { BridgeError } from '../../bridge';
import { useTranslation } from '../app/texts';
import { errorText } from './errorText';

/** What no repeat helps against, beside what the desk has refused for good. */
const FINAL: ReadonlySet<string> = new Set(['invalid_ipc', 'view_only']);

/** Whether the same command may succeed later, unchanged. */
export function isRepeatable(error: BridgeError): boolean {
  return isErrorCode(error.code) ? ERRORS[error.code].retryable : !FINAL.has(error.code);
}

/** Short words at the edge of the screen. */
export function useToasts() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      /** Something was not saved: what, why, and a way to repeat it when that can help. */
      failed(what: string, error: BridgeError, repeat: () => void): void {
        const id = `failed-${what}`;
        notifications.hide(id);
        notifications.show({
          id,
          color: 'red',
          autoClose: 12_000,
          title: t('toast.notSaved', { what }),
          closeButtonProps: { 'aria-label': t('app.close') },
          message: (
            <>
              {errorText(error, t)}
              {isRepeatable(error) && (
                <Button
                  variant="default"
                  size="compact-xs"
                  mt={6}
                  display="block"
                  onClick={() => {
                    notifications.hide(id);
                    repeat();
                  }}
                >
                  {t('toast.repeat')}
                </Button>
              )}
            </>
          ),
        });
      },
      done(message: string): void {
        notifications.show({
          message,
          color: 'green',
          autoClose: 3_000,
          closeButtonProps: { 'aria-label': t('app.close') },
        });
      },
      /**
       * Something was done that can still be taken back.
       * @param seconds while nothing has left; 0: it has, and is changed back
       */
      undoable(message: string, action: string, undo: () => void, seconds = 0): void {
        const id = `undo-${message}`;
        notifications.show({
          id,
          color: 'green',
          autoClose: seconds === 0 ? 8_000 : seconds * 1_000 - 250,
          closeButtonProps: { 'aria-label': t('app.close') },
          message: (
            <>
              {message}
              <Button
                variant="default"
                size="compact-xs"
                ml={8}
                data-testid="toast-undo"
                onClick={() => {
                  notifications.hide(id);
                  undo();
                }}
              >
                {action}
              </Button>
            </>
          ),
        });
      },
      trouble(title: string, message: string): void {
        notifications.show({
          title,
          message,
          color: 'red',
          closeButtonProps: { 'aria-label': t('app.close') },
        });
      },
    }),
    [t],
  );
}
