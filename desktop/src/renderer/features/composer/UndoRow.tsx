import { SegmentedControl } from '@mantine/core';
import { UNDO_SECONDS } from '../../app/native';
import { usePreferences } from '../../app/preferences';
import { useTranslation } from '../../app/texts';
import { Row } from '../settings/Row';

/** How long a message can be taken back. */
export function UndoRow() {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  return (
    <Row label={t('composer.undoSetting')} help={t('composer.undoHelp')}>
      <SegmentedControl
        aria-label={t('composer.undoSetting')}
        data-testid="undo-seconds"
        value={String(preferences.undoSeconds)}
        onChange={(value) => {
          const undoSeconds = UNDO_SECONDS.find((seconds) => String(seconds) === value);
          if (undoSeconds !== undefined) change({ undoSeconds });
        }}
        data={UNDO_SECONDS.map((seconds) => ({
          value: String(seconds),
          label:
            seconds === 0 ? t('composer.undoNever') : t('composer.undoSeconds', { count: seconds }),
        }))}
      />
    </Row>
  );
}
