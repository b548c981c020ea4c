import type { CustomerCard } from '@tikethet/shared/contracts';
import { Tags } from '../conversation/Tags';
import classes from './CustomerPane.module.css';
import { useCard } from './useCard';

/** Words on the customer, whichever ticket is open. */
export function CustomerTags({ card }: { card: CustomerCard }) {
  const actions = useCard(card.customerId);
  const change = (tags: string[]) =>
    actions.tag(
      tags.filter((one) => !card.tags.includes(one)),
      card.tags.filter((one) => !tags.includes(one)),
    );
  return (
    <div className={classes.tags} data-testid="customer-tags">
      <Tags tags={card.tags} disabled={false} onChange={change} />
    </div>
  );
}
