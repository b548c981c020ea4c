import type { Language } from '@tikethet/shared/contracts';

/** What may end or follow any conversation. Genders as in `script.ts`. */
export interface Phrases {
  thanks: readonly string[];
  /** When something works again. */
  relief: readonly string[];
  /** When the answer was not what the customer hoped for. */
  resigned: readonly string[];
  closing: readonly string[];
  /** The trouble is back: the customer, then staff. */
  again: readonly string[];
  againAnswer: readonly string[];
  praise: readonly string[];
  fine: readonly string[];
  complaint: readonly string[];
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  ru: {
    thanks: [
      'Спасибо!',
      'Понял{~а}, спасибо',
      'Ясно, спасибо за ответ',
      'О, супер. Спасибо 🙏',
      'ок, спасибо',
      'Благодарю за помощь!',
      'Быстро вы) спасибо',
      'Отлично, вопрос снят',
      'Спс',
      'Спасибо, удачи вам!',
      '👍',
    ],
    relief: [
      'Спасибо большое, помогло',
      'Всё заработало, спасибо!',
      'Да, теперь порядок. Спасибо вам',
      'Вижу, всё хорошо. Спасибо!',
      'Работает! Спасибо',
      'О, супер. Спасибо 🙏',
      'Ура, спасибо огромное',
    ],
    resigned: [
      'Ясно…',
      'Понятно. Жаль',
      'ну ладно',
      'Не {~согласен/согласна}, но спорить не буду',
      'Хорошо, подожду',
      'Ладно, понял{~а}',
      'ок',
      'Обидно, но ладно',
      'Мда.',
    ],
    closing: [
      'Рад{^а}, что разобрались. Если что — пишите!',
      'Пожалуйста! Хорошей игры 🙂',
      'Обращайтесь!',
      'Отлично, тогда закрываю обращение. Удачи!',
      'Хорошо! Удачи в игре.',
      'Всегда пожалуйста 👌',
      'Тогда отмечаю как решённое. Появятся вопросы — просто напишите сюда.',
    ],
    again: [
      'Снова то же самое{|, прошло пару часов}',
      'Рано обрадовал{~ся/ась}, опять началось',
      'Извините, но проблема вернулась',
      'Сегодня опять то же. Что делать?',
      'Вчера было нормально, сейчас снова',
    ],
    againAnswer: [
      'Вернул{^а} обращение в работу. Сейчас посмотрю ещё раз и отпишусь.',
      'Понял{^а}, смотрю. В прошлый раз исправили не до конца — теперь довели до конца, проверьте, пожалуйста.',
      'Спасибо, что написали. Нашли вторую причину и убрали её, попробуйте ещё раз.',
      'Извините за это. Передал{^а} коллегам, они поправили настройки, должно быть хорошо.',
    ],
    praise: [
      'Быстро и по делу',
      'Ответили за пару минут, спасибо!',
      'Всё чётко',
      'Лучшая поддержка, честно',
      'Вежливо и понятно объяснили',
      'Не ожидал{~а}, что так быстро',
      'Спасибо {staff}!',
      '👍👍',
      'Решили с первого раза',
      'Очень приятное общение',
    ],
    fine: [
      'Помогли, но ждал{~а} долго',
      'Нормально',
      'Решили, хотя пришлось объяснять два раза',
      'Неплохо, но можно быстрее',
      'В целом ок',
      'Ответили только на следующий день',
    ],
    complaint: [
      'Ничего не решили',
      'Ждал{~а} почти сутки',
      'Отписка',
      'Не {~согласен/согласна} с решением',
      'Ответ как под копирку',
      'Так и не понял{~а}, за что',
      'Слишком долго',
    ],
  },
  en: {
    thanks: [
      'Thanks!',
      'Got it, thanks',
      'Perfect, thank you',
      'Awesome, thanks a lot 🙏',
      'ok thanks',
      'Wow that was quick. Cheers!',
      'Good to know, thanks',
      'ty',
      'Thank you, have a nice day!',
      '👍',
    ],
    relief: [
      'That worked, thank you so much',
      'Perfect, all good now',
      'Yep, fixed. Thanks for your help',
      'Great, it works. Thank you!',
      'Phew. Thanks a lot 🙏',
      'All good again, cheers',
    ],
    resigned: [
      'Alright…',
      'I see. Too bad',
      'fine',
      'I still think it is unfair, but ok',
      'Okay, I will wait then',
      'ok whatever',
      'Not the answer I hoped for, but thanks for being honest',
    ],
    closing: [
      'Glad we sorted it out. Just write if anything comes up!',
      'You are welcome, have fun 🙂',
      'Any time!',
      'Great, closing this one then. Good luck out there!',
      'Happy to help. Enjoy the weekend event!',
      'Marking it as solved. If there is anything else, simply reply here.',
    ],
    again: [
      'It is back, same thing again',
      'Sorry to bother you again, but it happened once more',
      'Worked yesterday, today it is broken again',
      'Spoke too soon, same problem',
      'Hi again, the problem returned after a few hours',
    ],
    againAnswer: [
      'Reopened it, looking into it again right now.',
      'Sorry about that. Last time we only fixed half of it; the rest is done now, could you check?',
      'Thanks for telling us. There was a second cause, it is gone now. Please try once more.',
      'My apologies. I passed it on and the settings were corrected, it should hold this time.',
    ],
    praise: [
      'Quick and to the point',
      'Answered within minutes, amazing',
      'Super friendly',
      'Best support of any server I play on',
      'Solved on the first try',
      'Really clear explanation',
      'Thanks {staff}!',
      '10/10',
      'Did not expect such a fast reply at this hour',
    ],
    fine: [
      'Helped in the end, took a while',
      'Okay',
      'Fine, but I had to explain it twice',
      'Good, could be faster',
      'Reply came the next day',
    ],
    complaint: [
      'Did not solve anything',
      'Waited almost a day',
      'Felt like a canned answer',
      'Still no idea what I did wrong',
      'Way too slow',
    ],
  },
};
