import { NativeSelect, Switch } from '@mantine/core';
import { useBridge } from '../../app/bridge';
import { ZOOMS, type NativeState } from '../../app/native';
import { usePreferences } from '../../app/preferences';
import { useTranslation } from '../../app/texts';
import { UndoRow } from '../composer/UndoRow';
import { Group } from '../settings/Group';
import { Row } from '../settings/Row';
import { ShortcutField } from './ShortcutField';
import { useNativeState } from './useNativeState';

/** What the system around the window does for the console here; in a browser most is its own. */
export function SystemSection() {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const [native, setNative] = useNativeState();
  const installed = native !== null && native.platform !== 'web';
  return (
    <>
      {installed && <WindowSettings native={native} onNative={setNative} />}
      <Group title={t('native.writing')}>
        {installed && (
          <Row
            label={t('native.spelling')}
            help={t(
              native.spelling === 'dictionaries'
                ? 'native.spellingDictionaries'
                : 'native.spellingSystem',
            )}
          >
            <Switch
              aria-label={t('native.spelling')}
              data-testid="spelling"
              checked={preferences.spelling}
              onChange={(event) => change({ spelling: event.currentTarget.checked })}
            />
          </Row>
        )}
        <UndoRow />
      </Group>
    </>
  );
}

function WindowSettings({
  native,
  onNative,
}: {
  native: NativeState;
  onNative: (state: NativeState) => void;
}) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { preferences, change } = usePreferences();
  const linux = native.platform === 'linux';

  const startAtLogin = async (wanted: boolean) => {
    const result = await bridge.native.startAtLogin(wanted);
    if (result.ok) onNative(result.value);
  };
  return (
    <Group title={t('native.window')}>
      <Row label={t('native.zoom')} help={t('native.zoomHelp')}>
        <NativeSelect
          aria-label={t('native.zoom')}
          data-testid="zoom"
          value={String(preferences.zoom)}
          onChange={(event) => {
            const zoom = ZOOMS.find((percent) => String(percent) === event.currentTarget.value);
            if (zoom !== undefined) change({ zoom });
          }}
          data={ZOOMS.map((percent) => ({ value: String(percent), label: `${percent} %` }))}
        />
      </Row>
      <Row
        label={t('native.keepInTray')}
        help={t(linux ? 'native.keepInTrayLinux' : 'native.keepInTrayHelp')}
      >
        <Switch
          aria-label={t('native.keepInTray')}
          data-testid="keep-in-tray"
          checked={preferences.keepInTray ?? !linux}
          onChange={(event) => change({ keepInTray: event.currentTarget.checked })}
        />
      </Row>
      <Row
        label={t('native.startAtLogin')}
        help={t(
          native.startsAtLogin === null ? 'native.startAtLoginNever' : 'native.startAtLoginHelp',
        )}
      >
        <Switch
          aria-label={t('native.startAtLogin')}
          data-testid="start-at-login"
          disabled={native.startsAtLogin === null}
          checked={native.startsAtLogin ?? false}
          onChange={(event) => void startAtLogin(event.currentTarget.checked)}
        />
      </Row>
      <Row
        label={t('native.shortcut')}
        help={t(native.shortcut === 'taken' ? 'native.shortcutTaken' : 'native.shortcutHelp')}
      >
        <ShortcutField value={preferences.shortcut} onChange={(shortcut) => change({ shortcut })} />
      </Row>
    </Group>
  );
}
