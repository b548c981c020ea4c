import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addToHomeScreen, checkHomeScreen } from '../../init/telegram';
import { Icon } from '../../ui/Icon';

/** Puts the app on the phone's home screen, where Telegram can and has not yet. */
export function HomeScreen() {
  const { t } = useTranslation('account');
  const [possible, setPossible] = useState(false);
  useEffect(() => checkHomeScreen(setPossible), []);
  if (!possible) return null;
  return (
    <div className="card account-gap">
      <button
        type="button"
        className="setting"
        data-testid="add-to-home-screen"
        onClick={addToHomeScreen}
      >
        <span className="setting-text">{t('profile.home')}</span>
        <Icon name="plus" size={20} />
      </button>
    </div>
  );
}
