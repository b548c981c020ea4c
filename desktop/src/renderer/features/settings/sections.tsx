import {
  IconBell,
  IconCloudOff,
  IconDeviceDesktop,
  IconDevices,
  IconInfoCircle,
  IconKeyboard,
  IconPalette,
  IconTemplate,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';
import { SystemSection } from '../native/SystemSection';
import { AboutSection } from '../program/AboutSection';
import { AppearanceSection } from './AppearanceSection';
import { NotificationsSection } from './NotificationsSection';
import { OfflineSection } from './OfflineSection';
import { ProfileSection } from './ProfileSection';

export const SETTINGS_GROUPS = ['person', 'app'] as const;
export type SettingsGroup = (typeof SETTINGS_GROUPS)[number];

interface SettingsSection {
  /** `person`: goes with the person to every device. `app`: of this device. */
  group: SettingsGroup;
  icon: Icon;
  Section: ComponentType;
}

const MacrosSection = lazy(async () => ({
  default: (await import('../macros/MacrosSection')).MacrosSection,
}));
const KeysSection = lazy(async () => ({
  default: (await import('../keyboard/KeysSection')).KeysSection,
}));
const DevicesSection = lazy(async () => ({
  default: (await import('./DevicesSection')).DevicesSection,
}));

/**
 * The pages of the settings, in their order; the key is their address, `/settings/<key>`. A new
 * one needs a line here and its name in `settings.sections` of
 * `shared/src/locales/console/settings.{en,ru}.ts`; the palette finds it by itself.
 */
export const SETTINGS_SECTIONS = {
  profile: { group: 'person', icon: IconUser, Section: ProfileSection },
  macros: { group: 'person', icon: IconTemplate, Section: MacrosSection },
  keys: { group: 'person', icon: IconKeyboard, Section: KeysSection },
  devices: { group: 'person', icon: IconDevices, Section: DevicesSection },
  notifications: { group: 'app', icon: IconBell, Section: NotificationsSection },
  appearance: { group: 'app', icon: IconPalette, Section: AppearanceSection },
  system: { group: 'app', icon: IconDeviceDesktop, Section: SystemSection },
  offline: { group: 'app', icon: IconCloudOff, Section: OfflineSection },
  about: { group: 'app', icon: IconInfoCircle, Section: AboutSection },
} as const satisfies Readonly<Record<string, SettingsSection>>;

export type SettingsSectionName = keyof typeof SETTINGS_SECTIONS;

export const SETTINGS_SECTION_NAMES = Object.keys(SETTINGS_SECTIONS) as SettingsSectionName[];

/** The section an address names; null when there is none such. */
export function parseSection(name: string | undefined): SettingsSectionName | null {
  return SETTINGS_SECTION_NAMES.find((known) => known === name) ?? null;
}
