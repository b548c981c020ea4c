import { describe, expect, it } from 'vitest';
import { parseMarkdown, toPlainText } from '../markdown';
import { parseTemplate, renderTemplate } from './template';
import { exampleValues, macroValues } from './variables';

const now = new Date('2026-11-23T09:05:00Z');
const values = macroValues({
  customer: { displayName: 'Иван Петров', firstName: 'Иван', username: null },
  ticket: { number: 1042, title: 'Где заказ?' },
  category: 'Доставка',
  me: { displayName: 'Анна Ким' },
  now,
  language: 'ru',
});

describe('renderTemplate', () => {
  it('fills the holes, however they are spaced', () => {
    expect(
      renderTemplate(
        '{{customer.firstName}}, по {{ ticket.number }} отвечает {{me.firstName}}.',
        values,
      ),
    ).toEqual({ text: 'Иван, по #1042 отвечает Анна.', missing: [] });
  });

  it('says something else where there is no value, and names what is missing', () => {
    expect(renderTemplate('{{customer.username | друг}}!', values)).toEqual({
      text: 'друг!',
      missing: [],
    });
    expect(renderTemplate('{{customer.username}}!', values)).toEqual({
      text: '!',
      missing: ['customer.username'],
    });
  });

  it('takes names for words: no formatting, no holes of their own', () => {
    for (const name of ['*Звезда*', '[x](https://a.b)', '> Кто', '{{me.name}}', '`код`', 'a_b_c']) {
      const { text } = renderTemplate('{{customer.name}}', { ...values, 'customer.name': name });
      expect(toPlainText(parseMarkdown(text))).toBe(name);
    }
    expect(renderTemplate('{{customer.name}}', { ...values, 'customer.name': 'Анна_К' }).text).toBe(
      'Анна_К',
    );
  });

  it('has an example for every variable in both languages', () => {
    for (const language of ['ru', 'en'] as const) {
      const examples = exampleValues(language, now);
      expect(Object.values(examples).every((value) => value !== null && value !== '')).toBe(true);
    }
  });
});

describe('parseTemplate', () => {
  it('names what it does not understand', () => {
    expect(parseTemplate('{{customer.nmae}} и {{ticket.title').problems).toEqual([
      { kind: 'unknown', text: '{{customer.nmae}}' },
      { kind: 'open', text: '{{ticket.title' },
    ]);
    expect(parseTemplate('{% if x %} { } {{ }}').problems).toEqual([
      { kind: 'unknown', text: '{{ }}' },
    ]);
  });
});
