import type { Macro, Ticket } from '@tikethet/shared/contracts';
import { macroValues, renderTemplate, type Rendered } from '@tikethet/shared/macros';
import { useCallback } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useCategories } from '../../app/queries/categories';
import { useCustomer } from '../../app/queries/people';

/** Fills macros for one ticket, in the customer's language where the macro speaks it. */
export function useFilledMacro(ticket: Ticket): (macro: Macro) => Rendered {
  const { me } = useDesk();
  const { data: customer } = useCustomer(ticket.customer);
  const { categories } = useCategories();
  return useCallback(
    ({ texts }) => {
      const wanted = customer?.language ?? 'ru';
      const other = wanted === 'ru' ? 'en' : 'ru';
      const language = texts[wanted] === null && texts[other] !== null ? other : wanted;
      const category = categories.find(({ id }) => id === ticket.categoryId);
      const name = language === 'en' ? (category?.nameEn ?? category?.name) : category?.name;
      const values = macroValues({
        customer: customer ?? ticket.customer,
        ticket,
        category: name ?? null,
        me,
        now: new Date(),
        language,
      });
      return renderTemplate(texts[language] ?? '', values);
    },
    [categories, customer, me, ticket],
  );
}
