const section = (name, title) => ({
  title,
  walk: ({ go }) => go(`settings/${name}`, 'settings-page'),
});

/** What people choose for themselves and for this computer. */
export const settingsScreens = {
  'settings-profile': section('profile', 'My profile and signature'),
  'settings-macros': { title: 'My macros', walk: ({ go }) => go('settings/macros', 'macro-row') },
  'settings-keys': section('keys', 'My keys'),
  'settings-devices': {
    title: 'My devices',
    walk: ({ go }) => go('settings/devices', 'device-end'),
  },
  'settings-notifications': section('notifications', 'What notifies me'),
  'settings-self-test': {
    title: 'The self-test: from the server to the system’s notification',
    walk: async ({ page, go, press }) => {
      await go('settings/notifications', 'settings-page');
      await press('self-test-run');
      await page.locator('[data-testid=self-test][data-done=true]').waitFor();
      await page.getByTestId('self-test').scrollIntoViewIfNeeded();
    },
  },
  'settings-appearance': section('appearance', 'Language and look'),
  'settings-system': section('system', 'This computer'),
  'settings-offline': section('offline', 'What is kept without a network'),
  'settings-about': section('about', 'The program, its updates, a report of a problem'),
};
