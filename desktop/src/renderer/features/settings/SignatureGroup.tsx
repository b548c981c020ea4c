import { Button, Switch, Textarea } from '@mantine/core';
import { SIGNATURE_LENGTH } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useChangeConsoleSettings, useConsoleSettings } from '../../app/queries/consoleSettings';
import { useTranslation } from '../../app/texts';
import { MessageText } from '../conversation/MessageText';
import { Group } from './Group';
import { Row } from './Row';
import classes from './SignatureGroup.module.css';

/** What stands under one's replies. */
export function SignatureGroup() {
  const { t } = useTranslation();
  const { signature } = useConsoleSettings();
  const save = useChangeConsoleSettings();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? signature.text;
  return (
    <Group title={t('settings.signature')} help={t('settings.signatureHelp')}>
      <Row label={t('settings.signatureOn')}>
        <Switch
          aria-label={t('settings.signatureOn')}
          checked={signature.isOn}
          data-testid="signature-on"
          onChange={(event) =>
            save({ signature: { ...signature, isOn: event.currentTarget.checked } })
          }
        />
      </Row>
      <div className={classes.text}>
        <Textarea
          aria-label={t('settings.signature')}
          placeholder={t('settings.signaturePlaceholder')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={SIGNATURE_LENGTH}
          value={text}
          data-testid="signature-text"
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        {text.trim() !== '' && (
          <div className={classes.preview}>
            <MessageText content={text} format="markdown" />
          </div>
        )}
        {draft !== null && draft.trim() !== signature.text && (
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => setDraft(null)}>
              {t('app.cancel')}
            </Button>
            <Button
              data-testid="signature-save"
              onClick={() => {
                // Whoever writes one wants it to be seen.
                save({ signature: { text: draft.trim(), isOn: draft.trim() !== '' } });
                setDraft(null);
              }}
            >
              {t('settings.save')}
            </Button>
          </div>
        )}
      </div>
    </Group>
  );
}
