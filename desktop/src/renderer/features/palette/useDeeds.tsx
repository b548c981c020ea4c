import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useMemo } from 'react';
import { usePreferences } from '../../app/preferences';
import { shortcut, type ShortcutGroup, type ShortcutId } from '../../app/shortcuts/registry';
import { useShortcutHub } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import type { PaletteItem } from './item';
import { SHORTCUT_ICONS } from './shortcutIcons';

/** Not worth offering to somebody who is looking at a list of what can be done. */
const UNSPOKEN: ReadonlySet<ShortcutId> = new Set(['palette', 'back', 'openTicket']);

/** What concerns the open ticket comes before walking about. */
const ORDER: readonly ShortcutGroup[] = ['work', 'write', 'move', 'go'];

/** What can be done now: on the screen behind the palette, and to the console itself. */
export function useDeeds(): PaletteItem[] {
  const { t } = useTranslation();
  const { hub, bindings } = useShortcutHub();
  const { preferences, change } = usePreferences();
  const { theme } = preferences;
  return useMemo(() => {
    const here = hub
      .active()
      .filter((id) => !UNSPOKEN.has(id))
      .sort((a, b) => ORDER.indexOf(shortcut(a).group) - ORDER.indexOf(shortcut(b).group))
      .map((id): PaletteItem => {
        const Icon = SHORTCUT_ICONS[id];
        return {
          id: `do-${id}`,
          group: 'actions',
          label: t(`shortcuts.names.${id}`),
          icon: <Icon size={16} stroke={1.6} />,
          keys: bindings.keysOf(id)[0],
          run: () => void hub.run(id),
        };
      });
    const themes = (
      [
        ['light', IconSun],
        ['dark', IconMoon],
        ['system', IconDeviceDesktop],
      ] as const
    )
      .filter(([name]) => name !== theme)
      .map(([name, Icon]): PaletteItem => ({
        id: `theme-${name}`,
        group: 'settings',
        label: t(`palette.theme.${name}`),
        icon: <Icon size={16} stroke={1.6} />,
        run: () => change({ theme: name }),
      }));
    const languages = (['ru', 'en'] as const).map((language): PaletteItem => ({
      id: `language-${language}`,
      group: 'settings',
      label: t(`palette.language.${language}`),
      icon: <IconLanguage size={16} stroke={1.6} />,
      run: () => change({ language }),
    }));
    return [...here, ...themes, ...languages];
  }, [bindings, change, hub, t, theme]);
}
