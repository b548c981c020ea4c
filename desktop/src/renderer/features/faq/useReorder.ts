import { useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

/** Moves an article up (−1) or down (+1) among those of its category. */
export function useReorder() {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const again = () => void client.invalidateQueries({ queryKey: keys.faqEntries });
  return (categoryId: string | null, ids: readonly string[], at: number, by: -1 | 1): void => {
    const [id] = ids.slice(at, at + 1);
    if (id === undefined) return;
    const order = ids.filter((one) => one !== id);
    order.splice(at + by, 0, id);
    writer.write({
      route: 'PUT /faq/order',
      lane: 'faq',
      input: () => ({ categoryId, ids: order }),
      settle: again,
      failed: (error, repeat) => toasts.failed(t('faq.what.order'), error, repeat),
    });
  };
}
