import { useQueryClient } from '@tanstack/react-query';
import type { FaqEntry } from '@tikethet/shared/contracts';
import { useGo } from '../../app/places';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useToasts } from '../../ui/useToasts';
import { keep } from './draft';

/** Asks first: links to the article that people have shared stop working. */
export function DeleteArticle({ entry, onClose }: { entry: FaqEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const go = useGo();
  const toasts = useToasts();
  const { id } = entry;

  const remove = () => {
    onClose();
    writer.write({
      route: 'DELETE /faq/entries/{id}',
      lane: 'faq',
      input: () => ({ id }),
      settle: () => {
        keep(id, 0, null);
        client.removeQueries({ queryKey: keys.faqEntry(id) });
        void client.invalidateQueries({ queryKey: keys.faqEntries });
        go('/admin/faq', { replace: true });
      },
      failed: (error, repeat) => toasts.failed(t('faq.what.article'), error, repeat),
    });
  };

  return (
    <ConfirmDialog
      danger
      title={t('faq.deleteTitle')}
      help={t('faq.deleteHelp')}
      action={t('faq.delete')}
      testId="faq-delete-confirm"
      onClose={onClose}
      onConfirm={remove}
    />
  );
}
