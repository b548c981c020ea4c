import { IconX } from '@tabler/icons-react';
import type { MacroActions } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { hasDeeds } from './deeds';
import { MacroDeeds } from './MacroDeeds';
import classes from './MacroPlan.module.css';

/** In the composer: what sending will do to the ticket, because a macro says so. */
export function MacroPlan({ actions, onClear }: { actions: MacroActions; onClear: () => void }) {
  const { t } = useTranslation();
  if (!hasDeeds(actions)) return null;
  return (
    <div className={classes.plan} data-testid="macro-plan">
      <span className={classes.label}>{t('macros.onSend')}</span>
      <MacroDeeds actions={actions} />
      <IconButton label={t('macros.dropPlan')} onClick={onClear}>
        <IconX size={14} stroke={1.8} />
      </IconButton>
    </div>
  );
}
