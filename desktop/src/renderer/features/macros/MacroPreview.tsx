import type { Macro, Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { MessageText } from '../conversation/MessageText';
import { MacroDeeds } from './MacroDeeds';
import classes from './MacroMenu.module.css';
import { useFilledMacro } from './useFilledMacro';

/** What a macro will say on this ticket and do to it. */
export function MacroPreview({ macro, ticket }: { macro: Macro; ticket: Ticket }) {
  const { t } = useTranslation();
  const { text, missing } = useFilledMacro(ticket)(macro);
  return (
    <div className={classes.preview} data-testid="macro-preview">
      {text === '' ? (
        <p className={classes.hint}>{t('macros.noText')}</p>
      ) : (
        <MessageText content={text} format="markdown" />
      )}
      {missing.length > 0 && (
        <p className={classes.missing}>
          {t('macros.missing', { names: missing.map((name) => `{{${name}}}`).join(', ') })}
        </p>
      )}
      <MacroDeeds actions={macro.actions} />
    </div>
  );
}
