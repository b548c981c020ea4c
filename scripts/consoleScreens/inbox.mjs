/** Lists of tickets, and what lies over every page. */
export const inboxScreens = {
  inbox: { title: 'The inbox', walk: ({ go }) => go('inbox/active', 'inbox-row') },
  'inbox-mine': { title: 'My tickets', walk: ({ go }) => go('inbox/mine', 'inbox-row') },
  'inbox-risk': {
    title: 'Answers that will be late',
    walk: ({ go }) => go('inbox/risk', 'inbox-list'),
  },
  'inbox-view': {
    title: 'A view of one’s own, shared with the team',
    walk: ({ go, story }) => go(`inbox/saved-${story.view.id}`, 'inbox-row'),
  },
  'inbox-filter': {
    title: 'Any filters together',
    walk: async ({ page, go, press }) => {
      await go('inbox/active', 'inbox-row');
      await page.keyboard.press('f');
      await press('filter-add-option');
    },
  },
  'inbox-search': {
    title: 'Search that forgives typing mistakes',
    walk: async ({ page, go, story }) => {
      await go('inbox/active', 'inbox-row');
      await page.getByTestId('search-input').fill(story.script.search);
      await page.getByTestId('inbox-row').filter({ hasText: story.script.found }).first().waitFor();
    },
  },
  'inbox-bulk': {
    title: 'Many tickets at once',
    walk: async ({ page, go, see }) => {
      await go('inbox/unassigned', 'inbox-row');
      await page.getByTestId('inbox-row').first().focus();
      await page.keyboard.press('x');
      for (let more = 0; more < 4; more += 1) await page.keyboard.press('Shift+J');
      await see('bulk-bar');
    },
  },
  'inbox-empty': {
    title: 'An empty list says what would be in it',
    walk: async ({ page, go }) => {
      await go('inbox/snoozed', 'inbox-list');
      await page.getByTestId('inbox-row').first().waitFor({ state: 'detached' });
    },
  },
  palette: {
    title: 'The palette: tickets, people, actions, pages',
    walk: async ({ page, show, story, see }) => {
      await show(story.ticket);
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByTestId('palette-input').fill(story.script.palette);
      await see('palette-option');
    },
  },
  keys: {
    title: 'The keys',
    walk: async ({ page, go, see }) => {
      await go('inbox/active', 'inbox-row');
      await page.keyboard.press('?');
      await see('shortcut-sheet');
    },
  },
  notifications: {
    title: 'What happened, kept on every device',
    walk: async ({ go, press, see }) => {
      await go('inbox/active', 'inbox-row');
      await press('open-notifications');
      await see('notification');
    },
  },
};
