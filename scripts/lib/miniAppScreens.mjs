import { openMiniApp } from '../../e2e/support/miniApp';

/** Customers of the demo with something to show. */
const people = { ru: 710_000_101, en: 710_000_107 };

const stories = {
  ru: {
    title: 'Не приходит возврат',
    text: 'Вернул покупку неделю назад, деньги так и не пришли. Подскажите, когда ждать возврат?',
    search: 'апеляция',
  },
  en: {
    title: 'My refund has not come',
    text: 'I returned a purchase a week ago and the money is not back yet. When will the refund come?',
    search: 'refnd',
  },
};

/** What each picture shows and how one gets there from the list. */
const walks = {
  tickets: async () => undefined,
  filters: async ({ press, see }) => {
    await press('filters-open');
    await see('filters-apply');
  },
  conversation: async ({ page, see }) => {
    await page.getByTestId('ticket-item').first().click();
    await see('message');
  },
  panel: async ({ page, press, see }) => {
    await page.getByTestId('ticket-item').first().click();
    await see('message');
    await press('ticket-details');
    await see('ticket-panel');
  },
  'new-category': async ({ press, see }) => {
    await press('new-ticket');
    await see('category-option');
  },
  'new-details': async ({ press, page, story, see }) => {
    await press('new-ticket');
    await press('category-option');
    await page.getByTestId('title-input').fill(story.title);
    await page.getByTestId('description-input').fill(story.text);
    await see('suggestion');
  },
  'new-preview': async ({ press, page, story }) => {
    await press('new-ticket');
    await press('category-option');
    await page.getByTestId('title-input').fill(story.title);
    await page.getByTestId('description-input').fill(story.text);
    await press('step-next');
    await page.getByTestId('submit-ticket').waitFor();
  },
  notifications: async ({ press, see }) => {
    await press('tab-notifications');
    await see('notification-list');
  },
  help: async ({ press, see }) => {
    await press('tab-help');
    await see('faq-topic');
  },
  'help-search': async ({ press, page, story, see }) => {
    await press('tab-help');
    await page.getByTestId('faq-search').fill(story.search);
    await see('faq-row');
  },
  article: async ({ press, page, story, see }) => {
    await press('tab-help');
    await page.getByTestId('faq-search').fill(story.search);
    await press('faq-row');
    await see('faq-article');
  },
  profile: async ({ press, see }) => {
    await press('tab-profile');
    await see('profile');
  },
  'erase-data': async ({ press, see }) => {
    await press('tab-profile');
    await press('erase-data');
    await see('erase-word');
  },
  offline: async ({ page }) => {
    await page.context().setOffline(true);
    await page.locator('[data-testid=connection-dot][data-state=offline]').first().waitFor();
  },
};

/**
 * Keeps a picture of every screen of the Mini App, in both languages and themes.
 * @param keep keeps a page's picture under a name
 */
export async function miniAppScreens(browser, url, keep) {
  for (const language of ['ru', 'en']) {
    for (const colorScheme of ['light', 'dark']) {
      for (const [name, walk] of Object.entries(walks)) {
        const page = await openMiniApp(browser, url, people[language], { language, colorScheme });
        const see = (id) => page.getByTestId(id).first().waitFor();
        const press = (id) => page.getByTestId(id).first().click();
        await see('ticket-item');
        await walk({ page, see, press, story: stories[language] });
        await keep(page, `miniapp/${name}-${colorScheme}.${language}`);
        await page.context().close();
      }
    }
  }
}
