import type { DemoArticle } from './demoArticle';

export const rulesArticles: readonly DemoArticle[] = [
  {
    slug: 'appeal-a-ban',
    category: 'bans',
    helpful: 126,
    unhelpful: 48,
    ru: {
      title: 'Как обжаловать бан',
      keywords: ['апелляция', 'разбан', 'забанили', 'снять бан', 'за что бан', 'античит'],
      body: `Апелляцию рассматривает **другой модератор**, не тот, кто выдал бан. Обычно за день.

Создайте обращение в категории «Баны и наказания» и напишите:
— свой ник и сервер;
— что стоит в причине бана (строка на экране входа);
— что произошло, своими словами.

Снимок экрана поможет, а видео ещё больше.

> Если вы нарушили и понимаете это, так и скажите. При первом нарушении срок часто сокращают вдвое.

Писать с чужих аккаунтов и просить друзей не нужно: очередь одна, и это её не ускоряет.`,
    },
    en: {
      title: 'How to appeal a ban',
      keywords: ['appeal', 'unban', 'banned', 'lift the ban', 'why banned', 'anticheat'],
      body: `An appeal is read by **another moderator** than the one who banned you, usually within a day.

Open a ticket under “Bans and penalties” with:
— your nickname and the server;
— the reason on the screen when you try to join;
— what happened, in your own words.

A screenshot helps, a video helps more.

> If you broke a rule and know it, say so. For a first time the ban is often halved.

There is no need to write from other accounts or to ask friends: there is one queue, and it does not get faster.`,
    },
  },
  {
    slug: 'mute',
    category: 'bans',
    helpful: 41,
    unhelpful: 15,
    ru: {
      title: 'За что дают мут и когда он закончится',
      keywords: ['мут', 'чат', 'замутили', 'молчанка', 'капс', 'флуд', 'оскорбления'],
      body: `Мут закрывает общий чат, играть он не мешает. Сколько осталось, покажет команда \`/mute\`.

**30 минут** — капс, флуд, реклама.
**6 часов** — оскорбления игроков.
**3 дня** — оскорбления семьи, угрозы, политика.

Каждый следующий мут за тот же месяц вдвое длиннее. Первого числа счёт начинается заново.

Если считаете, что мут ошибочный, пришлите снимок чата за минуту до него: важно, что было раньше.`,
    },
    en: {
      title: 'Why people are muted and when it ends',
      keywords: ['mute', 'chat', 'muted', 'caps', 'flood', 'insults'],
      body: `A mute closes the public chat, you can go on playing. The command \`/mute\` shows how much is left.

**30 minutes**: caps, flooding, advertising.
**6 hours**: insulting players.
**3 days**: insulting families, threats, politics.

Each further mute within a month is twice as long. On the first day of the month the count starts again.

If you think it was a mistake, send a screenshot of the chat from a minute before: what came first matters.`,
    },
  },
  {
    slug: 'report-a-player',
    category: 'reports',
    helpful: 79,
    unhelpful: 8,
    ru: {
      title: 'Как пожаловаться на читера или нарушителя',
      keywords: ['жалоба', 'читер', 'читы', 'репорт', 'гриф', 'обман', 'доказательства'],
      body: `Нужны три вещи: **ник, время и доказательство**.

Лучшее доказательство — видео от 20 секунд, где виден ник. Снимок тоже подойдёт, если на нём чат или разрушенная постройка. Записать прямо из игры можно клавишей **F9**.

Прикрепите файл к обращению: до 50 МБ. Видео больше загрузите в облако и пришлите ссылку.

О решении напишем, но само наказание не называем: это касается только нарушителя.

Ограбили дом? Укажите координаты (**F3**, строка XYZ): вещи обычно можно вернуть в течение недели.`,
    },
    en: {
      title: 'How to report a cheater',
      keywords: ['report', 'cheating', 'hacker', 'grief', 'scam', 'evidence', 'proof'],
      body: `We need three things: **nickname, time and evidence**.

Best is a video of at least 20 seconds that shows the nickname. A screenshot will do if it shows the chat or the broken building. **F9** records from within the game.

Attach the file to your ticket, up to 50 MB. Put a larger video into a cloud and send the link.

We tell you that it was decided, but not the penalty: that concerns only the one who got it.

Your house was robbed? Add the coordinates (**F3**, the XYZ line): for a week things can mostly be restored.`,
    },
  },
];
