import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api';
import { farewell } from '../../app/farewell';
import { useErrorText } from '../../i18n/errorText';
import { haptic } from '../../init/telegram';
import { Sheet } from '../../ui/Sheet';
import { showToast } from '../../ui/Toast';
import { useExport } from './useExport';

/** Says what will be gone for good, and asks for a word that nobody types by accident. */
export function EraseSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const errorText = useErrorText();
  const { busy: exporting, begin } = useExport();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const word = t('profile.eraseWord');
  const meant = typed.trim().toUpperCase() === word;

  const erase = async (): Promise<void> => {
    setBusy(true);
    try {
      await api('POST /me/erase', { confirmation: typed });
      haptic('success');
      await farewell();
    } catch (error) {
      haptic('error');
      showToast(errorText(error));
      setBusy(false);
    }
  };
  return (
    <Sheet label={t('profile.eraseTitle')} onClose={onClose}>
      <h2 className="sheet-title">{t('profile.eraseTitle')}</h2>
      <p>{t('profile.eraseText')}</p>
      <ul className="erase-list">
        <li>{t('profile.eraseTickets')}</li>
        <li>{t('profile.eraseTexts')}</li>
        <li>{t('profile.eraseNumbers')}</li>
        <li>{t('profile.eraseNew')}</li>
      </ul>
      <button
        type="button"
        className="button quiet"
        disabled={exporting}
        onClick={() => void begin()}
      >
        {t('profile.eraseTake')}
      </button>
      <label className="erase-field">
        {t('profile.eraseAsk', { word })}
        <input
          value={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          data-testid="erase-word"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button
        type="button"
        className="button danger"
        data-testid="erase-confirm"
        disabled={!meant || busy}
        aria-busy={busy}
        onClick={() => void erase()}
      >
        {t('profile.eraseConfirm')}
      </button>
    </Sheet>
  );
}
