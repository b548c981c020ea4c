import { ApiError } from '@tikethet/shared/client';
import { useTranslation } from 'react-i18next';

/** What to tell a person about a failure, in their language. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('common');
  return (error) => t(`errors.${error instanceof ApiError ? error.code : 'internal'}`);
}
