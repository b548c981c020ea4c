import type { Permission } from '@tikethet/shared/permissions';
import {
  IconAdjustments,
  IconBook2,
  IconCategory,
  IconFlag,
  IconHistory,
  IconShieldLock,
  IconTag,
  IconTemplate,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';

/** What the side list groups pages by, in this order. */
export const ADMIN_GROUPS = ['team', 'tickets', 'desk'] as const;

export interface AdminPage {
  /** Its first part names it: `admin.pages.<name>` is its title, `admin-<name>` its test id. */
  readonly path: string;
  readonly group: (typeof ADMIN_GROUPS)[number];
  readonly permission: Permission;
  readonly icon: Icon;
  readonly Page: ComponentType;
}

const PeoplePage = lazy(async () => ({
  default: (await import('../people/PeoplePage')).PeoplePage,
}));
const RightsPage = lazy(async () => ({
  default: (await import('../rights/RightsPage')).RightsPage,
}));
const CategoriesPage = lazy(async () => ({
  default: (await import('../categories/CategoriesPage')).CategoriesPage,
}));
const PrioritiesPage = lazy(async () => ({
  default: (await import('../priorities/PrioritiesPage')).PrioritiesPage,
}));
const TagsPage = lazy(async () => ({ default: (await import('../tags/TagsPage')).TagsPage }));
const MacrosPage = lazy(async () => ({
  default: (await import('../macros/MacrosPage')).MacrosPage,
}));
const FaqPage = lazy(async () => ({ default: (await import('../faq/FaqPage')).FaqPage }));

const DeskSettingsPage = lazy(async () => ({
  default: (await import('../deskSettings/DeskSettingsPage')).DeskSettingsPage,
}));
const AuditPage = lazy(async () => ({ default: (await import('../audit/AuditPage')).AuditPage }));

/** The pages of /admin in their order. A new one: its line here, its title in the locales. */
export const ADMIN_PAGES = [
  {
    path: 'people/:personId?',
    group: 'team',
    permission: 'people.list',
    icon: IconUsers,
    Page: PeoplePage,
  },
  {
    path: 'rights',
    group: 'team',
    permission: 'rights.manage',
    icon: IconShieldLock,
    Page: RightsPage,
  },
  {
    path: 'categories',
    group: 'tickets',
    permission: 'category.manage',
    icon: IconCategory,
    Page: CategoriesPage,
  },
  {
    path: 'priorities',
    group: 'tickets',
    permission: 'desk.manage',
    icon: IconFlag,
    Page: PrioritiesPage,
  },
  {
    path: 'tags',
    group: 'tickets',
    permission: 'tag.manage',
    icon: IconTag,
    Page: TagsPage,
  },
  {
    path: 'faq/:articleId?',
    group: 'tickets',
    permission: 'faq.manage',
    icon: IconBook2,
    Page: FaqPage,
  },
  {
    path: 'macros/:macroId?',
    group: 'tickets',
    permission: 'macro.manage',
    icon: IconTemplate,
    Page: MacrosPage,
  },
  {
    path: 'settings',
    group: 'desk',
    permission: 'desk.manage',
    icon: IconAdjustments,
    Page: DeskSettingsPage,
  },
  {
    path: 'audit',
    group: 'desk',
    permission: 'audit.view',
    icon: IconHistory,
    Page: AuditPage,
  },
] as const satisfies readonly AdminPage[];

type NameOf<Path extends string> = Path extends `${infer Name}/${string}` ? Name : Path;
export type AdminPageName = NameOf<(typeof ADMIN_PAGES)[number]['path']>;

/** The part of a page's path that names it and stands in its address. */
export function adminPageName(page: (typeof ADMIN_PAGES)[number]): AdminPageName {
  return page.path.split('/')[0] as AdminPageName;
}
