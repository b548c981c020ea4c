import { deskApi } from '../../e2e/support/deskApi';
import { openMiniApp } from '../../e2e/support/miniApp';
import { ADMIN } from '../../e2e/support/people';

/** Customers of the demo with something to show. */
const people = { ru: 710_000_101, en: 710_000_107 };

const stories = {
  ru: {
    title: 'Не приходит возврат',
    text: 'Вернул покупку неделю назад, деньги так и не пришли. Подскажите, когда ждать возврат?',
    search: 'апеляция',
    answer: 'Проверили: всё на месте. Напишите, если что-то ещё не так.',
  },
  en: {
    title: 'My refund has not come',
    text: 'I returned a purchase a week ago and the money is not back yet. When will the refund come?',
    search: 'refnd',
    answer: 'We have checked: all is in its place. Write to us if anything else is wrong.',
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

/** Gives a customer something to be notified of. */
async function answerLatest(server, language) {
  const staff = await deskApi(server, ADMIN);
  const customer = await deskApi(server, people[language]);
  const { items } = await customer.call('GET /tickets', { limit: 25 });
  const ticket = items.find(({ status }) => status !== 'CLOSED');
  if (!ticket) return;
  await staff.call('POST /tickets/{id}/messages', {
    id: ticket.id,
    content: stories[language].answer,
  });
}

/**
 * Keeps a picture of every screen of the Mini App, in both languages and themes.
 * @param keep keeps a page's picture under a name
 */
export async function miniAppScreens(browser, server, keep) {
  for (const language of ['ru', 'en']) {
    await answerLatest(server, language);
    for (const colorScheme of ['light', 'dark']) {
      for (const [name, walk] of Object.entries(walks)) {
        const page = await openMiniApp(browser, server.url, people[language], {
          language,
          colorScheme,
        });
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
