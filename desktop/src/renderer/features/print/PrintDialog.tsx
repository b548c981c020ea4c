import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ticket } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useBridge, type Result } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { errorText } from '../../ui/errorText';
import { useToasts } from '../../ui/useToasts';
import classes from './PrintDialog.module.css';
import { PrintSheet } from './PrintSheet';
import { readConversation } from './readConversation';

/** Asks what goes on paper, then prints it or saves it as a PDF file. */
export function PrintDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const toasts = useToasts();
  const [withNotes, setWithNotes] = useState(false);
  const [busy, setBusy] = useState(false);
  const query = useQuery({
    queryKey: ['print', ticket.id],
    queryFn: () => readConversation(bridge, ticket.id),
    staleTime: 0,
    gcTime: 0,
  });
  const { savePdf, print } = bridge.paper;
  const run = async (work: () => Promise<Result<null>>) => {
    setBusy(true);
    const result = await work();
    setBusy(false);
    if (result.ok) onClose();
    else toasts.trouble(t('toast.notSaved', { what: t('print.what') }), errorText(result.error, t));
  };
  const waiting = query.data === undefined || busy;
  return (
    <Dialog onClose={onClose} title={t('print.title', { number: ticket.number })} size="sm">
      {query.isError ? (
        <ErrorState
          title={t('conversation.failed')}
          error={query.error}
          retry={() => void query.refetch()}
        />
      ) : (
        <>
          <p className={classes.help}>
            {t(query.data === undefined ? 'print.preparing' : 'print.help')}
          </p>
          <Checkbox
            label={t('print.withNotes')}
            checked={withNotes}
            onChange={(event) => setWithNotes(event.currentTarget.checked)}
          />
          <DialogButtons>
            {savePdf && (
              <Button
                variant="default"
                disabled={waiting}
                data-testid="save-pdf"
                onClick={() => void run(() => savePdf(`#${ticket.number} ${ticket.title}.pdf`))}
              >
                {t('print.pdf')}
              </Button>
            )}
            <Button
              data-autofocus
              disabled={waiting}
              data-testid="print"
              onClick={() => void run(print)}
            >
              {t('print.action')}
            </Button>
          </DialogButtons>
        </>
      )}
      {query.data && <PrintSheet ticket={ticket} withNotes={withNotes} {...query.data} />}
    </Dialog>
  );
}
