import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api';
import { saveAddress } from '../../files/saveAddress';
import { useErrorText } from '../../i18n/errorText';
import { haptic } from '../../init/telegram';
import { showToast } from '../../ui/Toast';

/** Asks the desk for the person's data and hands the file over. */
export function useExport(): { busy: boolean; begin: () => Promise<void> } {
  const { t } = useTranslation('account');
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    setBusy(true);
    try {
      const { url, fileName } = await api('POST /me/export', {});
      saveAddress(url, fileName);
      haptic('success');
      showToast(t('profile.exportReady'));
    } catch (error) {
      haptic('error');
      showToast(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, begin };
}
