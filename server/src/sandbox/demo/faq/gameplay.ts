import type { DemoArticle } from './demoArticle';

export const gameplayArticles: readonly DemoArticle[] = [
  {
    slug: 'protect-your-land',
    category: 'gameplay',
    helpful: 158,
    unhelpful: 5,
    ru: {
      title: 'Как заприватить территорию',
      keywords: ['приват', 'защитить дом', 'регион', 'камень границ', 'добавить друга'],
      body: `Поставьте **камень границ** (он есть в стартовом наборе) и нажмите по нему: появится рамка. Бесплатно — участок 40×40 блоков, дальше за монеты.

Добавить друга: \`/region add ник\`
Убрать: \`/region remove ник\`
Посмотреть, чьё это место: \`/region info\`

Привату нужен хозяин: если не заходить **60 дней**, защита снимается. За неделю до этого бот напишет вам в Telegram.`,
    },
    en: {
      title: 'How to protect your land',
      keywords: ['claim', 'protect house', 'region', 'border stone', 'add a friend'],
      body: `Place a **border stone** (there is one in the starter kit) and click it: a frame appears. A plot of 40×40 blocks is free, more costs coins.

Add a friend: \`/region add name\`
Remove one: \`/region remove name\`
See whose place it is: \`/region info\`

Land needs an owner: after **60 days** without a visit the protection ends. The bot writes to you in Telegram a week before.`,
    },
  },
  {
    slug: 'quest-stuck',
    category: 'gameplay',
    helpful: 64,
    unhelpful: 11,
    ru: {
      title: 'Не засчитывается квест',
      keywords: ['задание', 'квест завис', 'не завершается', 'НПС', 'награда', 'журнал заданий'],
      body: `Откройте журнал клавишей **J** и посмотрите на последний отмеченный шаг: часто не хватает одного разговора.

**Перезайдите** и поговорите с персонажем ещё раз. Предметы для сдачи держите в инвентаре, а не в рюкзаке.

**Проходите группой?** Шаг засчитывается тем, кто стоит не дальше 30 блоков.

Если шаг не сдвинулся, создайте обращение: название квеста, шаг и снимок журнала. Засчитаем вручную, награду вы не потеряете.`,
    },
    en: {
      title: 'A quest does not complete',
      keywords: ['mission', 'quest stuck', 'NPC', 'reward', 'quest log'],
      body: `Open the log with **J** and look at the last step that is ticked: often one talk is missing.

**Rejoin** and talk to the character again. Keep items to hand over in your inventory, not in the backpack.

**Playing as a group?** The step counts for those who stand within 30 blocks.

If it is still stuck, open a ticket with the quest’s name, the step and a picture of the log. We complete it by hand and you keep the reward.`,
    },
  },
  {
    slug: 'lost-items',
    category: 'gameplay',
    helpful: 52,
    unhelpful: 19,
    ru: {
      title: 'Пропали вещи или питомец',
      keywords: ['исчез', 'питомец', 'инвентарь', 'потерял вещи', 'восстановление', 'откат'],
      body: `Сначала проверьте два места: \`/lost\` показывает, что осталось после смерти (хранится 2 часа), а \`/pets\` — где сейчас каждый питомец.

**Пропало из-за сбоя сервера?** Мы храним копии за семь дней и вернём всё как было. Напишите ник, примерное время и что пропало.

**Отдали или проиграли сами?** Такое, к сожалению, не возвращаем: иначе нечестно по отношению к другим.`,
    },
    en: {
      title: 'My items or my pet are gone',
      keywords: ['disappeared', 'pet', 'inventory', 'lost items', 'restore', 'rollback'],
      body: `Look in two places first: \`/lost\` shows what was left when you died (kept for 2 hours), \`/pets\` where each pet is now.

**Lost because the server failed?** We keep copies for seven days and put everything back. Write your nickname, the time and what is missing.

**Given away or lost in a game?** That we cannot return: it would be unfair to the others.`,
    },
  },
];
