import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { useExport } from './useExport';

/** Taking one's data along, and having them erased (null: not by these people). */
export function MyData({ onErase }: { onErase: (() => void) | null }) {
  const { t } = useTranslation('account');
  const { busy, begin } = useExport();
  return (
    <>
      <h2 className="account-heading">{t('profile.data')}</h2>
      <div className="card">
        <button
          type="button"
          className="setting"
          data-testid="export-data"
          disabled={busy}
          aria-busy={busy}
          onClick={() => void begin()}
        >
          <span className="setting-text">
            {t('profile.export')}
            <span className="setting-hint">{t('profile.exportHint')}</span>
          </span>
          <Icon name="down" size={20} />
        </button>
        {onErase && (
          <button
            type="button"
            className="setting danger"
            data-testid="erase-data"
            onClick={onErase}
          >
            <span className="setting-text">{t('profile.erase')}</span>
          </button>
        )}
      </div>
    </>
  );
}
