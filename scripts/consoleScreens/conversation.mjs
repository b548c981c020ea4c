/** Opens the story's ticket. */
const open = ({ show, story }) => show(story.ticket);

/** Opens it and writes into the composer. */
async function compose(desk, text, how = 'reply') {
  await open(desk);
  const { page, press } = desk;
  await press(`${how}-toggle`);
  const input = page.getByTestId('composer-input');
  await input.fill('');
  await input.fill(text);
  return input;
}

/** Leaves the composer empty for the next picture. */
const clear = async ({ page }) => {
  await page.keyboard.press('Escape');
  await page.getByTestId('composer-input').fill('');
  await page.getByTestId('reply-toggle').click();
  await page.getByTestId('composer-input').fill('');
};

/** One ticket, and everything one does in it. */
export const conversationScreens = {
  conversation: {
    title: 'A ticket: its conversation and its customer',
    walk: open,
  },
  'conversation-top': {
    title: 'An album, a voice message, a note among colleagues',
    walk: async (desk) => {
      await open(desk);
      await desk.page.getByTestId('album').first().scrollIntoViewIfNeeded();
    },
  },
  'message-menu': {
    title: 'What one can do with a message',
    walk: async (desk) => {
      await open(desk);
      const message = desk.page
        .getByTestId('message')
        .filter({ hasText: 'cache/textures' })
        .first();
      await message.hover();
      await message.locator('[data-bubble-menu]').last().click();
      await desk.page.getByRole('menuitem').first().waitFor();
    },
  },
  picture: {
    title: 'Pictures in full size',
    walk: async (desk) => {
      await open(desk);
      await desk.page.getByTestId('album').first().getByRole('button').first().click();
      await desk.see('lightbox');
    },
  },
  status: {
    title: 'Status, priority, category, colleague: by a key or a click',
    walk: async (desk) => {
      await open(desk);
      await desk.page.keyboard.press('p');
      await desk.see('priority-select-option');
    },
  },
  composer: {
    title: 'An answer with formatting',
    walk: async (desk) => void (await compose(desk, desk.story.script.draft)),
    leave: clear,
  },
  macros: {
    title: 'Macros on /, filled in before they are chosen',
    walk: async (desk) => {
      await compose(desk, '');
      await desk.page.getByTestId('composer-input').focus();
      await desk.page.keyboard.press('/');
      await desk.see('macro-preview');
    },
    leave: clear,
  },
  emoji: {
    title: 'Emoji',
    walk: async (desk) => {
      await open(desk);
      await desk.press('emoji-button');
      await desk.see('emoji');
    },
    leave: clear,
  },
  mention: {
    title: 'A note that calls a colleague',
    walk: async (desk) => {
      const input = await compose(desk, `${desk.story.script.ask} `, 'note');
      await input.press('End');
      await input.press('@');
      await desk.see('mention-option');
    },
    leave: clear,
  },
  later: {
    title: 'Send and resolve, send later',
    walk: async (desk) => {
      await compose(desk, desk.story.script.later);
      await desk.press('send-more');
      await desk.see('moment-tomorrow');
    },
    leave: async ({ page }) => {
      await page.getByTestId('moment-tomorrow').click();
      await page.locator('[data-testid=scheduled][data-state=WAITING]').waitFor();
    },
  },
  scheduled: {
    title: 'What waits for its time',
    walk: async (desk) => {
      await open(desk);
      await desk.see('scheduled');
    },
    leave: async ({ page }) => {
      await page.getByTestId('scheduled-cancel').first().click();
      await page.getByTestId('scheduled').waitFor({ state: 'detached' });
    },
  },
  snooze: {
    title: 'Put off until later',
    walk: async (desk) => {
      await open(desk);
      await desk.page.keyboard.press('h');
      await desk.see('moment-tomorrow');
    },
  },
  collision: {
    title: 'A colleague is here too',
    walk: async (desk) => {
      await open(desk);
      await desk.colleague.types(desk.story.ticket);
      await desk.see('collision');
    },
    leave: ({ colleague }) => colleague.stops(),
  },
  held: {
    title: 'A reply held back: somebody wrote meanwhile',
    walk: async (desk) => {
      const { story, press, page } = desk;
      await compose(desk, story.script.mine);
      await story.write(story.moderator, story.ticket, story.script.colleague);
      await desk.see('newcomers');
      await press('send');
      await page.locator('[data-testid=newcomers][data-held]').waitFor();
    },
    leave: async (desk) => {
      await desk.press('newcomers-seen');
      await clear(desk);
    },
  },
  merge: {
    title: 'Joining two tickets of one customer',
    walk: async (desk) => {
      await open(desk);
      await desk.page.keyboard.press('m');
      await desk.see('merge-target');
      await desk.press('merge-target');
    },
  },
  'write-first': {
    title: 'Writing first to a known customer',
    walk: async (desk) => {
      await open(desk);
      await desk.press('write-first');
      await desk.see('write-first-title');
    },
  },
  window: {
    title: 'A ticket in a window of its own',
    walk: async ({ app, page, story }) => {
      const opened = app.waitForEvent('window');
      await page.evaluate((id) => globalThis.tikethet.native.openWindow(id), story.ticket.id);
      const own = await opened;
      await own.getByTestId('message').first().waitFor();
      return own;
    },
    leave: (_desk, own) => own.close(),
  },
  print: {
    title: 'On paper, or as a PDF file',
    walk: async (desk) => {
      await open(desk);
      await desk.page.keyboard.press('ControlOrMeta+p');
      await desk.page.getByTestId('print-sheet').waitFor({ state: 'attached' });
      await desk.see('print');
    },
  },
  paper: {
    title: 'The sheet',
    walk: async (desk) => {
      await conversationScreens.print.walk(desk);
      await desk.page.emulateMedia({ media: 'print' });
      // The margins are the printer's.
      await desk.page.addStyleTag({
        content: '.printSheet { width: 180mm; padding: 15mm; margin: auto }',
      });
    },
    leave: ({ page }) => page.emulateMedia({ media: null }),
  },
};
