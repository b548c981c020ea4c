import type { Ticket } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useCustomersNamed } from '../../app/queries/customers';
import { useCustomer } from '../../app/queries/people';
import { useTranslation } from '../../app/texts';
import type { PickerOption } from '../../ui/Picker';

/** Customers offered for one question. */
const MOST = 20;

export interface CustomerChoice {
  options: PickerOption[];
  onText: (text: string) => void;
}

/**
 * Whose tickets one may look for: the customers of the list at first, anybody once a name is typed.
 * @param chosenId the one who is chosen, or ''
 */
export function useCustomerChoice(tickets: readonly Ticket[], chosenId: string): CustomerChoice {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { data: found } = useCustomersNamed(words, MOST);
  const known = new Map(tickets.map(({ customer }) => [customer.id, customer]));
  const chosen = useCustomer({ id: known.has(chosenId) ? '' : chosenId }).data;
  const people = words.trim() === '' ? [...known.values()] : (found ?? []);
  const options = people.map(({ id, displayName, username }): PickerOption => ({
    value: id,
    label: displayName,
    ...(username !== null && { hint: `@${username}` }),
  }));
  if (chosenId !== '' && !options.some(({ value }) => value === chosenId)) {
    const name = (known.get(chosenId) ?? chosen)?.displayName;
    options.unshift({ value: chosenId, label: name ?? t('filters.oneCustomer') });
  }
  return { options, onText: setWords };
}
