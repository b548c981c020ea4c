import { insideTelegram } from '../init/telegram';
import { usePrimary } from '../init/actions';

/** Outside of Telegram: what its main button would be. */
export function PrimaryBar() {
  const action = usePrimary();
  if (insideTelegram || action === null) return null;
  return (
    <div className="primary-bar">
      <button
        type="button"
        className="button"
        data-testid={action.testId}
        disabled={action.enabled === false || action.loading === true}
        aria-busy={action.loading === true}
        onClick={action.onPress}
      >
        {action.text}
      </button>
    </div>
  );
}
