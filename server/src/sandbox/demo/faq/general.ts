import type { DemoArticle } from './demoArticle';

export const generalArticles: readonly DemoArticle[] = [
  {
    slug: 'change-account',
    category: 'other',
    helpful: 47,
    unhelpful: 7,
    ru: {
      title: 'Сменился номер или аккаунт Telegram',
      keywords: [
        'перенос аккаунта',
        'новый телефон',
        'привязать',
        'потерял доступ',
        'восстановить аккаунт',
      ],
      body: `Если номер сменился **в самом Telegram** («Настройки → Сменить номер»), делать ничего не нужно: для нас вы тот же человек.

Если аккаунт новый, персонажа можно перенести. Создайте обращение **с нового аккаунта** и назовите:
— ник персонажа;
— почту, на которую он зарегистрирован;
— последнюю покупку: что и примерно когда.

Проверка занимает до суток. Пароль мы не спрашиваем никогда.`,
    },
    en: {
      title: 'I have a new phone number or Telegram account',
      keywords: ['move account', 'new phone', 'link', 'lost access', 'recover account'],
      body: `If you changed the number **inside Telegram** (“Settings → Change number”), there is nothing to do: for us you are the same person.

With a new account your character can be moved. Open a ticket **from the new account** and name:
— the character’s nickname;
— the e-mail it was registered with;
— your last purchase: what, and about when.

The check takes up to a day. We never ask for a password.`,
    },
  },
  {
    slug: 'join-the-team',
    category: 'other',
    helpful: 33,
    unhelpful: 4,
    ru: {
      title: 'Как попасть в команду сервера',
      keywords: ['модератор', 'набор', 'стать помощником', 'вакансии', 'наставник'],
      body: `Набор открываем **в начале каждого месяца** и объявляем в канале. Анкета занимает десять минут.

Нужны возраст от 16 лет, два-три вечера в неделю и месяц без нарушений. С 14 лет можно быть наставником новичков — с этого начинали многие модераторы.

Отвечаем всем, даже если не взяли, за семь дней.`,
    },
    en: {
      title: 'How to join the team',
      keywords: ['moderator', 'recruiting', 'become a helper', 'vacancies', 'mentor'],
      body: `We recruit **at the beginning of each month** and say so in the channel. The form takes ten minutes.

You should be 16 or older, have two or three evenings a week and a month without violations. From 14 you can be a mentor for newcomers; many moderators started like that.

Everybody gets an answer within seven days, also those we cannot take.`,
    },
  },
  {
    slug: 'how-support-works',
    category: null,
    helpful: 65,
    unhelpful: 3,
    ru: {
      title: 'Как работает поддержка и когда ждать ответа',
      keywords: ['время ответа', 'график', 'сколько ждать', 'часы работы', 'поддержка'],
      body: `Отвечаем **каждый день с 9:00 до 23:00** по Москве, обычно в течение часа. Ночью смотрим только на то, что сломалось у всех.

Писать можно боту или здесь: это один разговор. Ответ придёт в чат с ботом, и вы его не пропустите.

**Чтобы вышло быстрее**, опишите всё в одном обращении: ник, сервер, что случилось, снимок экрана. Новое обращение на каждое сообщение создавать не нужно.

Закрытое обращение можно открыть снова в течение семи дней: просто напишите в него.`,
    },
    en: {
      title: 'How support works and when to expect an answer',
      keywords: ['response time', 'hours', 'how long', 'working hours', 'support'],
      body: `We answer **every day from 9:00 to 23:00** Moscow time, usually within an hour. At night we only look at what is broken for everybody.

Write to the bot or here: it is one conversation. The answer comes to the chat with the bot, so you will not miss it.

**To make it faster**, tell everything in one ticket: nickname, server, what happened, a screenshot. There is no need for a new ticket with each message.

A closed ticket can be reopened for seven days: just write in it.`,
    },
  },
  {
    slug: 'keep-your-account-safe',
    category: null,
    helpful: 38,
    unhelpful: 2,
    ru: {
      title: 'Как не отдать аккаунт мошенникам',
      keywords: ['взломали', 'мошенники', 'безопасность', 'пароль', 'фишинг', 'украли аккаунт'],
      body: `Сотрудники **никогда** не просят пароль, код из сообщения или номер карты целиком. Если просят — это не мы.

Настоящая поддержка пишет только от имени этого бота. У мошенников похожее имя с лишней буквой.

**Уже ввели пароль на чужом сайте?** Сразу смените его в лаунчере, выйдите со всех устройств («Настройки → Вход») и напишите нам: закроем вход, пока вы не подтвердите, что это вы.`,
    },
    en: {
      title: 'How to keep your account safe',
      keywords: ['hacked', 'scammers', 'security', 'password', 'phishing', 'stolen account'],
      body: `Our team **never** asks for a password, a code from a message or a whole card number. If somebody does, it is not us.

Real support writes from this bot only. Scammers use a similar name with a letter too many.

**Entered your password on another site?** Change it in the launcher at once, sign out everywhere (“Settings → Sign-in”) and write to us: we lock the account until you confirm that it is you.`,
    },
  },
];
