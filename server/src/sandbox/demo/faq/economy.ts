import type { DemoArticle } from './demoArticle';

export const economyArticles: readonly DemoArticle[] = [
  {
    slug: 'purchase-not-delivered',
    category: 'economy',
    helpful: 231,
    unhelpful: 18,
    ru: {
      title: 'Оплата прошла, а покупка не пришла',
      keywords: [
        'донат',
        'деньги списались',
        'платёж',
        'не выдали',
        'заказ',
        'премиум',
        'не появился',
      ],
      body: `Обычно покупка приходит за **две минуты**, в часы пик — до пятнадцати.

**Перезайдите на сервер.** Премиум и наборы выдаются при входе.

**Проверьте ник в чеке.** Письмо о покупке приходит на почту: там написано, кому она ушла. Одна лишняя буква, и набор получит другой игрок.

**Посмотрите в \`/donate\`.** Предметы, для которых не было места, ждут там 30 дней.

Если через полчаса ничего нет — создайте обращение и приложите чек. По номеру заказа найдём платёж и выдадим покупку вручную.`,
    },
    en: {
      title: 'I have paid, but the purchase has not arrived',
      keywords: ['donation', 'charged', 'payment', 'not delivered', 'order', 'premium', 'missing'],
      body: `A purchase usually arrives within **two minutes**, at busy hours within fifteen.

**Rejoin the server.** Premium and kits are handed out when you join.

**Check the nickname on the receipt.** The e-mail about the purchase says who got it. One wrong letter and the kit goes to another player.

**Look into \`/donate\`.** Items that found no room wait there for 30 days.

If there is nothing after half an hour, open a ticket and attach the receipt. With the order number we find the payment and hand it out ourselves.`,
    },
  },
  {
    slug: 'refund',
    category: 'economy',
    helpful: 88,
    unhelpful: 27,
    ru: {
      title: 'Как вернуть деньги за покупку',
      keywords: ['возврат', 'вернуть', 'ошибочная покупка', 'списали дважды', 'отмена заказа'],
      body: `Деньги вернём, если:
— списали дважды за один заказ;
— покупка не пришла, и мы не смогли её выдать;
— вы купили не то и **ещё не пользовались** покупкой, а прошло меньше 14 дней.

Открытые сундуки и потраченную валюту вернуть нельзя: их уже не забрать.

**Что сделать.** Создайте обращение в категории «Экономика и донат», назовите номер заказа и последние четыре цифры карты. Полный номер карты не присылайте никому, даже нам.

Деньги придут на ту же карту за **1–5 рабочих дней**, через СБП — за несколько минут.`,
    },
    en: {
      title: 'How to get your money back for a purchase',
      keywords: [
        'refund',
        'money back',
        'wrong purchase',
        'charged twice',
        'cancel order',
        'return',
      ],
      body: `We return the money if:
— you were charged twice for one order;
— the purchase never arrived and we could not hand it out;
— you bought the wrong thing, have **not used it yet**, and less than 14 days have passed.

Opened chests and spent currency cannot be refunded: there is nothing to take back.

**What to do.** Open a ticket under “Economy and donations” with the order number and the last four digits of the card. Never send the full card number to anybody, not even us.

The money comes back to the same card within **1–5 working days**.`,
    },
  },
  {
    slug: 'payment-declined',
    category: 'economy',
    helpful: 73,
    unhelpful: 6,
    ru: {
      title: 'Платёж не проходит',
      keywords: ['отклонено банком', 'карта', 'СБП', 'оплатить', 'ошибка оплаты', 'способ оплаты'],
      body: `Если видите «Отклонено банком», платёж остановил банк — до нас он не дошёл, и деньги не потеряются.

**Попробуйте СБП.** Она работает, даже если банк не пропускает покупки по карте.

**Проверьте лимиты.** В приложении банка часто выключены покупки в интернете или стоит дневной лимит.

**Отключите VPN.** С иностранного адреса банк считает покупку подозрительной.

Замороженная сумма вернётся сама: обычно в тот же день, самое долгое — через трое суток.`,
    },
    en: {
      title: 'My payment does not go through',
      keywords: [
        'declined by the bank',
        'card',
        'pay',
        'payment error',
        'payment method',
        'rejected',
      ],
      body: `“Declined by the bank” means that your bank stopped the payment. It never reached us and your money is safe.

**Try another method.** A bank transfer often works where a card does not.

**Check the limits.** In the bank’s app, online purchases may be off or a daily limit set.

**Turn off VPN.** From a foreign address the purchase looks suspicious to the bank.

A held amount comes back by itself: mostly on the same day, at the latest after three.`,
    },
  },
];
