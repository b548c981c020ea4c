import type { Language } from '@tikethet/shared/contracts';
import type { Customer } from './customers';
import type { Random } from './random';
import { deskClock } from './rhythm';
import type { Worker } from './staff';

function partOfDay(at: number, language: Language): string {
  const { hour } = deskClock(at);
  const index = hour < 5 ? 0 : hour < 11 ? 1 : hour < 18 ? 2 : 3;
  const names = {
    ru: ['Доброй ночи', 'Доброе утро', 'Добрый день', 'Добрый вечер'],
    en: ['Hello', 'Good morning', 'Good afternoon', 'Good evening'],
  };
  return names[language][index] ?? names[language][2] ?? '';
}

function customerGreeting(random: Random, customer: Customer, at: number): string {
  const { language, voice } = customer;
  const ru = language === 'ru';
  if (voice === 'polite') {
    return random.pick([
      ru ? 'Здравствуйте!' : 'Hello!',
      `${partOfDay(at, language)}!`,
      ru ? 'Здравствуйте.' : 'Hi there,',
    ]);
  }
  if (voice === 'short' || random.chance(0.55)) return '';
  const casual = ru
    ? ['Привет!', 'Приветствую!', 'Здравствуйте,', 'Всем привет!', 'Добрый,']
    : ['Hi!', 'Hey,', 'Hello,', 'Hi guys,', 'Hey team,'];
  return random.pick(casual);
}

/** Small first letters and no last dot; names that begin with two capitals stay as they are. */
function careless(text: string): string {
  return text
    .replace(/ё/g, 'е')
    .replace(/(^|[.!?]\s+|\n)(\p{Lu})(?=[\p{Ll}\s])/gu, (_, before: string, letter: string) => {
      return letter === 'I' ? `${before}${letter}` : `${before}${letter.toLowerCase()}`;
    })
    .replace(/\.$/, '');
}

/** A customer's message in the way they write. */
export function speak(
  random: Random,
  customer: Customer,
  text: string,
  place: { at: number; first: boolean },
): string {
  const greeting = place.first ? customerGreeting(random, customer, place.at) : '';
  const full = greeting === '' ? text : joined(greeting, text);
  if (customer.voice === 'sloppy') {
    const tail = random.pick(
      customer.language === 'ru' ? ['', '', '', ')', '))', '!'] : ['', '', '', '', '!'],
    );
    const plain = careless(full);
    return /[.!?)]$/.test(plain) ? plain : `${plain}${tail}`;
  }
  if (customer.voice === 'short') return full.replace(/([^.])\.$/, '$1');
  return full;
}

function joined(greeting: string, text: string): string {
  return greeting.endsWith(',')
    ? `${greeting} ${/^\p{Lu}(?=\p{Ll}|\s\p{Ll})/u.test(text) && !text.startsWith('I ') ? text.charAt(0).toLowerCase() + text.slice(1) : text}`
    : `${greeting} ${text}`;
}

/** How a member of staff begins the first answer. */
export function staffGreeting(
  random: Random,
  worker: Worker,
  customer: Customer,
  at: number,
): string {
  const { language, firstName: name } = customer;
  const ru = language === 'ru';
  const forms = ru
    ? [
        `Здравствуйте, ${name}!`,
        'Здравствуйте!',
        `${partOfDay(at, 'ru')}!`,
        `${name}, здравствуйте!`,
      ]
    : [`Hi ${name}!`, 'Hello!', `Hello ${name}!`, `${partOfDay(at, 'en')}, ${name}!`];
  // Everybody has a favourite that most of their answers begin with.
  const favourite = forms[worker.telegramId % forms.length] ?? '';
  return random.chance(0.7) ? favourite : random.pick(forms);
}

export function greeted(greeting: string, text: string): string {
  return `${greeting} ${text}`;
}
