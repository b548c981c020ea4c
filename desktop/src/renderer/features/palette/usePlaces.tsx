import { IconArrowRight, IconStack2, IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useGo } from '../../app/places';
import { useCategories } from '../../app/queries/categories';
import { useViews } from '../../app/queries/views';
import { useTranslation } from '../../app/texts';
import { adminPageName } from '../admin/pages';
import { useAdminPages } from '../admin/useAdminPages';
import { FIXED_VIEWS, viewName } from '../inbox/views';
import { SETTINGS_SECTION_NAMES, SETTINGS_SECTIONS } from '../settings/sections';
import type { PaletteItem } from './item';

/** Every page of the console that this person can open. */
export function usePlaces(): PaletteItem[] {
  const { t } = useTranslation();
  const go = useGo();
  const { categories } = useCategories();
  const { views: saved } = useViews();
  const adminPages = useAdminPages();
  return useMemo(() => {
    const to = (path: string) => () => go(path);
    const views = FIXED_VIEWS.map((view): PaletteItem => ({
      id: `view-${view}`,
      group: 'pages',
      label: t(`views.${view}`),
      icon: <IconArrowRight size={16} stroke={1.6} />,
      run: to(`/inbox/${view}`),
    }));
    const kept = saved.map((view): PaletteItem => ({
      id: `saved-${view.id}`,
      group: 'pages',
      label: view.name,
      hint: t('views.saved'),
      icon: view.shared ? (
        <IconUsers size={16} stroke={1.6} />
      ) : (
        <IconStack2 size={16} stroke={1.6} />
      ),
      run: to(`/inbox/${viewName({ kind: 'saved', id: view.id })}`),
    }));
    const inUse = categories.filter(({ isActive }) => isActive);
    const topics = inUse.map((category): PaletteItem => ({
      id: `category-${category.id}`,
      group: 'pages',
      label: category.label,
      hint: t('filters.category'),
      icon: <span>{category.icon}</span>,
      run: to(`/inbox/category-${category.id}`),
    }));
    const admin = adminPages.map((page): PaletteItem => {
      const name = adminPageName(page);
      const Icon = page.icon;
      return {
        id: `admin-${name}`,
        group: 'pages',
        label: t(`admin.pages.${name}`),
        hint: t('admin.title'),
        icon: <Icon size={16} stroke={1.6} />,
        run: to(`/admin/${name}`),
      };
    });
    const settings = SETTINGS_SECTION_NAMES.map((name): PaletteItem => {
      const Icon = SETTINGS_SECTIONS[name].icon;
      return {
        id: `settings-${name}`,
        group: 'settings',
        label: t(`settings.sections.${name}`),
        hint: t('settings.title'),
        icon: <Icon size={16} stroke={1.6} />,
        run: to(`/settings/${name}`),
      };
    });
    return [...views, ...kept, ...topics, ...admin, ...settings];
  }, [adminPages, categories, go, saved, t]);
}
