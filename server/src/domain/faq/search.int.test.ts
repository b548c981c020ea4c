import type { Language } from '@tikethet/shared/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDemoFaq } from '../../sandbox/demo';
import { startTestApi, type ApiPerson, type TestApi } from '../../testing/testApi';
import { SYSTEM } from '../context';

let api: TestApi;
let customer: ApiPerson;
beforeAll(async () => {
  api = await startTestApi();
  customer = await api.person('USER');
  await api.desk.run(SYSTEM, fillDemoFaq);
});
afterAll(() => api.close());

async function search(text: string, language: Language): Promise<string[]> {
  const { items } = await customer.api('GET /faq/search', { search: text, language });
  return items.map(({ slug }) => slug);
}

async function suggest(text: string, categorySlug?: string): Promise<string[]> {
  const { items } = await customer.api('GET /categories', {});
  const categoryId = items.find(({ slug }) => slug === categorySlug)?.id;
  const found = await customer.api('POST /faq/suggest', {
    text,
    ...(categoryId === undefined ? {} : { categoryId }),
  });
  return found.items.map(({ slug }) => slug);
}

describe('search finds the article first', () => {
  test.each<[kind: string, text: string, slug: string]>([
    ['a word of the title', 'бан', 'appeal-a-ban'],
    ['another form', 'баны', 'appeal-a-ban'],
    ['a question', 'как мне обжаловать бан?', 'appeal-a-ban'],
    ['a keyword', 'апелляция', 'appeal-a-ban'],
    ['a letter too few', 'апеляция', 'appeal-a-ban'],
    ['swapped letters', 'обжаловтаь', 'appeal-a-ban'],
    ['two typos', 'вазврат денег за пакупку', 'refund'],
    ['a letter too many', 'заприватитьь территорию', 'protect-your-land'],
    ['a wrong letter', 'зоприватить', 'protect-your-land'],
    ['a wrong ending', 'вылетает игра', 'crash-on-start'],
    ['ё without dots', 'жду ответа поддержки', 'how-support-works'],
    ['the wrong keyboard', 'vjlthfnjh', 'join-the-team'],
    ['the wrong keyboard with marks', ',fy', 'appeal-a-ban'],
    ['a sentence on the wrong keyboard', 'ghjgfk gbnjvtw', 'lost-items'],
    ['Latin letters', 'oplata proshla', 'purchase-not-delivered'],
    ['Latin letters, another spelling', 'zaprivatit territoriyu', 'protect-your-land'],
    ['the beginning of a word', 'мошен', 'keep-your-account-safe'],
    ['words of the body', 'камень границ', 'protect-your-land'],
    ['English in Russian letters', 'дискорд апелляция', 'appeal-a-ban'],
    ['capital letters', 'НЕ ПРОХОДИТ ПЛАТЁЖ', 'payment-declined'],
  ])('Russian, %s: %s', async (_, text, slug) => {
    expect((await search(text, 'ru'))[0]).toBe(slug);
  });

  test.each<[kind: string, text: string, slug: string]>([
    ['a word of the title', 'refund', 'refund'],
    ['another form', 'refunds', 'refund'],
    ['a question', 'how do I get my money back?', 'refund'],
    ['a letter too few', 'refnd', 'refund'],
    ['swapped letters', 'crahs', 'crash-on-start'],
    ['two typos', 'prchase not arived', 'purchase-not-delivered'],
    ['a letter too many', 'proteckt land', 'protect-your-land'],
    ['another ending', 'crashing', 'crash-on-start'],
    ['the wrong keyboard', 'куагтв', 'refund'],
    ['the beginning of a word', 'modera', 'join-the-team'],
    ['words of the body', 'border stone', 'protect-your-land'],
    ['a keyword', 'phishing', 'keep-your-account-safe'],
    ['Russian words', 'возврат', 'refund'],
  ])('English, %s: %s', async (_, text, slug) => {
    expect((await search(text, 'en'))[0]).toBe(slug);
  });

  test.each(['ъъъъъъъъ', 'xqzwvkj', '🙂', '…', "'|&!:*\\", 'и в на', 'the of'])(
    'nothing: %s',
    async (text) => {
      expect(await search(text, 'ru')).toEqual([]);
    },
  );

  test('it speaks the asked language, and its own when none is asked', async () => {
    const asked = await customer.api('GET /faq/search', { search: 'возврат', language: 'en' });
    expect(asked.items[0]).toMatchObject({ language: 'en', title: expect.stringMatching(/money/) });
    const own = await customer.api('GET /faq/search', { search: 'refund' });
    expect(own.items[0]).toMatchObject({ language: 'ru', title: expect.stringMatching(/деньги/) });
  });
});

describe('suggestions', () => {
  test.each([
    ['Оплатил премиум, деньги списались, а покупка не пришла. Заказ 123', 'purchase-not-delivered'],
    ['Здравствуйте! Забанили не пойму за что, хочу обжаловать бан', 'appeal-a-ban'],
    ['не могу зайти на сервер', 'cannot-join'],
    ['немогу зайти на сервер пишет соеденение потеряно', 'cannot-join'],
    ['квест завис и не завершается', 'quest-stuck'],
    ['верните деньги, списали дважды', 'refund'],
    ['возврат', 'refund'],
    ['I paid but my purchase never arrived', 'purchase-not-delivered'],
    ['The game crashes when I start it', 'crash-on-start'],
    ['please unban me, I was banned for nothing, I want to appeal', 'appeal-a-ban'],
  ])('%s', async (text, slug) => {
    expect((await suggest(text))[0]).toBe(slug);
  });

  test.each([
    'Здравствуйте',
    'Привет, помогите пожалуйста, есть вопрос',
    'Мне очень нравится у вас играть, спасибо за работу!',
    'Хочу предложить добавить новые рецепты для кузницы и зелья',
    'Можно ли провести свадьбу в соборе на следующих выходных?',
    'Hello, I have a question, please help',
    'I would like to suggest new potions and a bigger map',
    '',
    '🙂🙂🙂',
  ])('nothing for: %s', async (text) => {
    expect(await suggest(text)).toEqual([]);
  });

  test('are at most three and prefer the category', async () => {
    const text = 'деньги за донат: возврат, оплата и платёж не проходят, заказ не пришёл, покупка';
    expect((await suggest(text, 'economy')).length).toBeLessThanOrEqual(3);
    expect((await suggest(text, 'economy')).length).toBeGreaterThan(1);
  });
});
