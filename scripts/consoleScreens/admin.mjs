const admin = (name, title, seen) => ({
  title,
  walk: ({ go }) => go(`admin/${name}`, seen),
});

/** Opens a page and presses something on it. */
const pressed = (name, title, seen, button, shown) => ({
  title,
  walk: async ({ go, press, see }) => {
    await go(`admin/${name}`, seen);
    await press(button);
    await see(shown);
  },
});

/** What admins set up. */
export const adminScreens = {
  people: admin('people', 'People', 'person-row'),
  person: {
    title: 'A person: role, categories, devices, access',
    walk: async ({ page, go, see }) => {
      await go('admin/people', 'person-row');
      await page.getByTestId('person-row').filter({ hasText: '@anya_support' }).click();
      await see('person-panel');
    },
  },
  invite: pressed('people', 'Inviting a colleague', 'person-row', 'people-invite', 'invite-name'),
  rights: admin('rights', 'Rights of the roles', 'rights-table'),
  'view-as': {
    title: 'The desk as another role sees it',
    walk: async ({ page, go, press, see }) => {
      await go('admin/rights', 'rights-table');
      await press('view-as-HELPER');
      await see('view-as-banner');
      await page.getByTestId('inbox-row').first().waitFor();
    },
    leave: async ({ press, see }) => {
      await press('view-as-leave');
      await see('rights-table');
    },
  },
  categories: admin('categories', 'Categories', 'category-row'),
  category: pressed(
    'categories',
    'A category in both languages',
    'category-row',
    'category-edit',
    'name-ru',
  ),
  priorities: admin('priorities', 'Priorities and their promised times', 'priority-row'),
  tags: admin('tags', 'Tags', 'tag-row'),
  'team-macros': pressed('macros', 'Macros of the team', 'macro-row', 'macro-row', 'macro-text'),
  articles: pressed('faq', 'Help articles', 'faq-entry', 'faq-entry', 'faq-editor'),
  desk: admin('settings', 'Settings of the desk', 'desk-settings-page'),
  audit: pressed('audit', 'The audit log', 'audit-entry', 'audit-open', 'audit-fields'),
};
