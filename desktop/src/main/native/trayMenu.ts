import type { Availability } from '@tikethet/shared/contracts';
import type { MenuItemConstructorOptions } from 'electron';
import { quietChoices } from '../../bridge/quiet';
import type { Texts } from '../texts';

export interface TrayState {
  /** Null: nobody is signed in. */
  availability: Availability | null;
  unread: number;
  /** ISO 8601: until when nothing calls; null: it does. */
  mutedUntil: string | null;
}

export interface TrayActions {
  open(): void;
  openNotifications(): void;
  choose(availability: Availability): void;
  /** @param until ISO 8601; null: no longer */
  mute(until: string | null): void;
  quit(): void;
}

const AVAILABILITIES: readonly Availability[] = ['AVAILABLE', 'BUSY', 'AWAY'];
/** What the icon beside the clock offers. */
export function trayMenu(
  state: TrayState,
  actions: TrayActions,
  t: Texts,
  now: Date,
): MenuItemConstructorOptions[] {
  const muted = state.mutedUntil !== null && now.toISOString() < state.mutedUntil;
  const person: MenuItemConstructorOptions[] =
    state.availability === null
      ? []
      : [
          {
            label: t('tray.unread', { count: state.unread }),
            enabled: state.unread > 0,
            click: () => actions.openNotifications(),
          },
          { type: 'separator' },
          ...AVAILABILITIES.map((availability): MenuItemConstructorOptions => ({
            label: t(`availability.${availability}`),
            type: 'radio',
            checked: state.availability === availability,
            click: () => actions.choose(availability),
          })),
          { type: 'separator' },
          {
            label: muted ? t('tray.muted') : t('tray.mute'),
            submenu: [
              ...(muted
                ? [
                    { label: t('tray.unmute'), click: () => actions.mute(null) },
                    { type: 'separator' as const },
                  ]
                : []),
              ...quietChoices(now).map(({ name, until }) => ({
                label: t(`tray.quiet.${name}`),
                click: () => actions.mute(until),
              })),
            ],
          },
          { type: 'separator' },
        ];
  return [
    { label: t('tray.open'), click: () => actions.open() },
    ...person,
    { label: t('menu.quit'), click: () => actions.quit() },
  ];
}
