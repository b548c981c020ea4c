/** A category of a preset: names and descriptions in Russian and English. */
export interface PresetCategory {
  slug: string;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  /** One emoji. */
  icon: string;
  /** #RRGGBB. */
  color: string;
}

/** Every preset ends with it: tickets without a category go there. */
const other: PresetCategory = {
  slug: 'other',
  name: 'Другое',
  nameEn: 'Something else',
  description: 'Всё, что не подошло к другим темам',
  descriptionEn: 'Anything that fits no other topic',
  icon: '❓',
  color: '#B8B8B8',
};

const gameServer: readonly PresetCategory[] = [
  {
    slug: 'tech',
    name: 'Технические проблемы',
    nameEn: 'Technical problems',
    description: 'Не получается зайти, вылеты, лаги и ошибки',
    descriptionEn: 'Trouble joining, crashes, lag and errors',
    icon: '🔧',
    color: '#FF6B6B',
  },
  {
    slug: 'bans',
    name: 'Баны и наказания',
    nameEn: 'Bans and penalties',
    description: 'Обжалование банов, мутов и предупреждений',
    descriptionEn: 'Appeals against bans, mutes and warnings',
    icon: '⚖️',
    color: '#4ECDC4',
  },
  {
    slug: 'gameplay',
    name: 'Игровые вопросы',
    nameEn: 'Gameplay questions',
    description: 'Правила, задания и возможности сервера',
    descriptionEn: 'Rules, quests and what the server offers',
    icon: '🎮',
    color: '#45B7D1',
  },
  {
    slug: 'economy',
    name: 'Экономика и донат',
    nameEn: 'Economy and donations',
    description: 'Покупки, платежи и внутриигровая валюта',
    descriptionEn: 'Purchases, payments and in-game currency',
    icon: '💰',
    color: '#96CEB4',
  },
  {
    slug: 'reports',
    name: 'Жалобы на игроков',
    nameEn: 'Player reports',
    description: 'Читы, оскорбления и другие нарушения',
    descriptionEn: 'Cheating, insults and other violations',
    icon: '🚨',
    color: '#FECA57',
  },
  other,
];

const shop: readonly PresetCategory[] = [
  {
    slug: 'orders',
    name: 'Заказы',
    nameEn: 'Orders',
    description: 'Оформить, изменить или отменить заказ',
    descriptionEn: 'Placing, changing or cancelling an order',
    icon: '🛒',
    color: '#45B7D1',
  },
  {
    slug: 'delivery',
    name: 'Доставка',
    nameEn: 'Delivery',
    description: 'Где посылка, сроки и адрес',
    descriptionEn: 'Where the parcel is, dates and address',
    icon: '🚚',
    color: '#4ECDC4',
  },
  {
    slug: 'payment',
    name: 'Оплата',
    nameEn: 'Payment',
    description: 'Платёж не прошёл, чеки и промокоды',
    descriptionEn: 'Failed payments, receipts and promo codes',
    icon: '💳',
    color: '#96CEB4',
  },
  {
    slug: 'returns',
    name: 'Возврат и обмен',
    nameEn: 'Returns and exchanges',
    description: 'Вернуть товар или заменить его на другой',
    descriptionEn: 'Sending an item back or swapping it for another',
    icon: '↩️',
    color: '#FECA57',
  },
  {
    slug: 'products',
    name: 'Вопросы о товарах',
    nameEn: 'Product questions',
    description: 'Наличие, размеры и характеристики',
    descriptionEn: 'Availability, sizes and specifications',
    icon: '🏷️',
    color: '#FF6B6B',
  },
  other,
];

const softwareService: readonly PresetCategory[] = [
  {
    slug: 'bugs',
    name: 'Ошибки в работе',
    nameEn: 'Something is broken',
    description: 'Что-то не работает или работает не так',
    descriptionEn: 'It does not work, or not as it should',
    icon: '🐞',
    color: '#FF6B6B',
  },
  {
    slug: 'account',
    name: 'Аккаунт и вход',
    nameEn: 'Account and sign-in',
    description: 'Доступ, пароль и настройки профиля',
    descriptionEn: 'Access, password and profile settings',
    icon: '🔑',
    color: '#45B7D1',
  },
  {
    slug: 'billing',
    name: 'Оплата и тарифы',
    nameEn: 'Billing and plans',
    description: 'Счета, подписка и смена тарифа',
    descriptionEn: 'Invoices, subscription and changing the plan',
    icon: '💳',
    color: '#96CEB4',
  },
  {
    slug: 'howto',
    name: 'Как это сделать',
    nameEn: 'How do I…',
    description: 'Помощь с возможностями сервиса',
    descriptionEn: 'Help with what the service can do',
    icon: '💡',
    color: '#FECA57',
  },
  {
    slug: 'ideas',
    name: 'Идеи и пожелания',
    nameEn: 'Ideas and wishes',
    description: 'Чего вам не хватает',
    descriptionEn: 'What you are missing',
    icon: '✨',
    color: '#4ECDC4',
  },
  other,
];

/** Lists a new desk can start from. */
export const PRESETS = { gameServer, shop, softwareService } as const satisfies Record<
  string,
  readonly PresetCategory[]
>;
export type PresetName = keyof typeof PRESETS;
