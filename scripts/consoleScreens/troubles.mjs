/** What goes wrong, and how the console says so; in this order, each from where the last ended. */
export const troubleScreens = {
  offline: {
    title: 'Without a network: work goes on',
    walk: async ({ page, show, story, network, see }) => {
      await show(story.ticket);
      network.block(true);
      await see('offline-banner');
      await page.getByTestId('composer-input').fill(story.script.mine);
      await page.getByTestId('send').click();
      await see('pending-message');
    },
  },
  outbox: {
    title: 'What waits to be sent',
    walk: async ({ press, see, show, story }) => {
      await show(story.ticket);
      await press('outbox-mark');
      await see('outbox-item');
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  'outbox-held': {
    title: 'A colleague was quicker: the reply waits for a decision',
    walk: async ({ page, show, story, network, see }) => {
      await show(story.ticket);
      await story.write(story.moderator, story.ticket, story.script.colleagueAgain);
      network.block(false);
      await see('held-reply');
      await page.getByTestId('held-reply').first().scrollIntoViewIfNeeded();
    },
    leave: async ({ page, press }) => {
      await press('held-back');
      await page.getByTestId('held-reply').waitFor({ state: 'detached' });
      await page.getByTestId('composer-input').fill('');
    },
  },
  conflict: {
    title: 'Two people changed the same thing',
    walk: async ({ page, show, story, network, see }) => {
      await show(story.second);
      network.block(true);
      await see('offline-banner');
      await page.keyboard.press('p');
      await see('priority-select-option');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await see('outbox-mark');
      await story.moderator.call('PUT /tickets/{id}', { id: story.second.id, priority: 'LOW' });
      network.block(false);
      await page.getByRole('dialog').waitFor();
    },
    leave: ({ page }) => page.getByRole('dialog').getByRole('button').nth(1).click(),
  },
};
