import type { PreferencesChange } from '@tikethet/shared/notices';
import { changeProfile } from '../../api/account';
import { useErrorText } from '../../i18n/errorText';
import { haptic } from '../../init/telegram';
import { showToast } from '../../ui/Toast';

/** Changes a part of the preferences: seen at once, taken back with a word when it did not work. */
export function useChangePreferences(): (change: PreferencesChange) => void {
  const errorText = useErrorText();
  return (preferences) => {
    haptic('select');
    changeProfile({ preferences }).catch((error: unknown) => {
      haptic('error');
      showToast(errorText(error));
    });
  };
}
