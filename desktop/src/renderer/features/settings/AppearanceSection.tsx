import { Button, SegmentedControl } from '@mantine/core';
import { usePreferences } from '../../app/preferences';
import { useTranslation } from '../../app/texts';
import { usePanes } from '../../ui/usePanes';
import { Group } from './Group';
import { Row } from './Row';

/** How the console looks and speaks on this device. */
export function AppearanceSection() {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const { reset } = usePanes();
  return (
    <Group>
      <Row label={t('settings.language')} help={t('settings.languageHelp')}>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={preferences.language ?? 'system'}
          onChange={(value) => change({ language: value === 'system' ? null : value })}
          data={[
            { value: 'system', label: t('settings.languageSystem') },
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Row>
      <Row label={t('settings.theme')}>
        <SegmentedControl
          aria-label={t('settings.theme')}
          value={preferences.theme}
          onChange={(value) => change({ theme: value })}
          data={[
            { value: 'system', label: t('settings.themeSystem') },
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
          ]}
        />
      </Row>
      <Row label={t('settings.panes')} help={t('settings.panesHelp')}>
        <Button variant="default" onClick={reset}>
          {t('settings.reset')}
        </Button>
      </Row>
    </Group>
  );
}
