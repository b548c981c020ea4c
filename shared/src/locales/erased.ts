import type { Language } from '../contracts';

interface ErasedTexts {
  /** Stands for the name of somebody whose data were erased. */
  person: string;
  /** Stands for the subject of their tickets. */
  ticket: string;
  /** The bot's last words to them. */
  goodbye: string;
}

/** What is left in the desk's own records after a person had their data erased. */
export const erased: Record<Language, ErasedTexts> = {
  ru: {
    person: 'Удалённый клиент',
    ticket: 'Удалено по просьбе клиента',
    goodbye:
      'Ваши данные удалены: имя, переписка и файлы. Спасибо, что были с нами. ' +
      'Если снова понадобится помощь, просто напишите — мы познакомимся заново.',
  },
  en: {
    person: 'Deleted customer',
    ticket: 'Deleted at the customer’s request',
    goodbye:
      'Your data are deleted: your name, conversations and files. Thank you for being with us. ' +
      'If you need help again, just write — we will meet anew.',
  },
};
