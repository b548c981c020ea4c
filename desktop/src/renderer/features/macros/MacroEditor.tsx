import { Button, TextInput } from '@mantine/core';
import type { Macro } from '@tikethet/shared/contracts';
import { MACRO_LIMITS } from '@tikethet/shared/macros';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ConflictNotice } from '../adminUi/ConflictNotice';
import { isComplete, problemsOf } from './draft';
import { MacroActionFields } from './MacroActionFields';
import classes from './MacroEditor.module.css';
import { MacroText } from './MacroText';
import { useMacroEditor } from './useMacroEditor';
import { useMacroWords } from './useMacroWords';

interface Props {
  /** null: a new one. */
  macro: Macro | null;
  team: boolean;
  onSaved: (id: string) => void;
  onDeleted: () => void;
}

/** Writing a macro: its name, its text in both languages, where it is offered, what it does. */
export function MacroEditor({ macro, team, onSaved, onDeleted }: Props) {
  const { t } = useTranslation();
  const editor = useMacroEditor({ macro, team, onSaved, onDeleted });
  const { draft, dirty, conflict, change } = editor;
  const [asking, setAsking] = useState(false);
  const problems = problemsOf(draft);
  const describe = useMacroWords();
  return (
    <form
      className={classes.editor}
      data-testid="macro-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && conflict === null && isComplete(draft)) editor.save();
      }}
    >
      <div className={classes.head}>
        <TextInput
          className={classes.name}
          label={t('macros.name')}
          placeholder={t('macros.namePlaceholder')}
          maxLength={MACRO_LIMITS.name}
          value={draft.name}
          data-testid="macro-name"
          data-autofocus={macro === null || undefined}
          autoFocus={macro === null}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {macro !== null && (
          <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
            {t('macros.delete')}
          </Button>
        )}
        <Button
          type="submit"
          data-testid="macro-save"
          disabled={!dirty || conflict !== null || !isComplete(draft)}
        >
          {t('macros.save')}
        </Button>
      </div>
      {conflict !== null && (
        <ConflictNotice
          conflict={conflict}
          describe={describe}
          onMine={editor.keepMine}
          onTheirs={editor.takeTheirs}
        />
      )}
      <MacroText
        texts={draft.texts}
        actions={draft.actions}
        onChange={(texts) => change({ texts })}
      />
      {problems.length > 0 && (
        <ul className={classes.problems} role="alert">
          {problems.map(({ kind, text }, index) => (
            <li key={index}>{t(`macros.${kind}`, { text })}</li>
          ))}
        </ul>
      )}
      <MacroActionFields
        categoryIds={draft.categoryIds}
        actions={draft.actions}
        onCategories={(categoryIds) => change({ categoryIds })}
        onActions={(part) => change({ actions: { ...draft.actions, ...part } })}
      />
      {asking && macro !== null && (
        <ConfirmDialog
          danger
          title={t('macros.deleteTitle', { name: macro.name })}
          help={t('macros.deleteHelp')}
          action={t('macros.delete')}
          testId="macro-delete-sure"
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            editor.remove();
          }}
        />
      )}
    </form>
  );
}
