import 'i18next';
import type { accountEn } from '@tikethet/shared/locales/account/en';
import type { commonEn } from '@tikethet/shared/locales/common.en';
import type { helpEn } from '@tikethet/shared/locales/help/en';
import type { miniappEn } from '@tikethet/shared/locales/miniapp.en';
import type { ticketEn } from '@tikethet/shared/locales/ticket/en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'miniapp';
    resources: {
      miniapp: typeof miniappEn;
      common: typeof commonEn;
      account: typeof accountEn;
      help: typeof helpEn;
      ticket: typeof ticketEn;
    };
  }
}
