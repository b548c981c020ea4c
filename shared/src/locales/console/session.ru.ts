import type { InLanguage, RussianPlural } from '../shape';
import type { sessionEn } from './session.en';

/** Texts of the console: signing in. */
export const sessionRu = {
  session: {
    title: 'Вход в консоль',
    lead: 'Вход подтверждается в Telegram. Пароль не нужен.',
    server: 'Сервер',
    changeServer: 'Изменить',
    serverLabel: 'Адрес вашей поддержки',
    serverHelp: 'Его знает администратор, например desk.example.com',
    serverInvalid: 'Это не похоже на адрес. Он выглядит так: desk.example.com',
    serverSilent: 'TiketHet там не отвечает. Проверьте адрес и сеть.',
    serverAsking: 'Спрашиваем…',
    useServer: 'Подключиться',
    signIn: 'Войти',
    starting: 'Получаем код…',
    codeTitle: 'Ваш код',
    codeHelp: 'Откройте Telegram и подтвердите это устройство. Код уже в ссылке.',
    byHand: 'Или отправьте боту: {{command}}',
    openTelegram: 'Открыть Telegram',
    copyCode: 'Скопировать код',
    expiresIn: 'Код действует ещё {{time}}',
    waiting: 'Ждём вашего подтверждения',
    again: 'Получить новый код',
    denied: 'Вход отклонён',
    deniedHelp:
      'Если это были не вы, ничего не делайте. Иначе получите новый код и нажмите «Подтвердить» в Telegram.',
    expired: 'Код устарел',
    expiredHelp: 'Коды живут несколько минут. Получите новый и подтвердите его в Telegram.',
    revoked: 'Этот сеанс завершён',
    revokedHelp:
      'Его закрыли в другом месте или изменились ваши права. Войдите снова: неотправленное сохранено.',
    blocked: 'Ваш доступ закрыт',
    blockedHelp:
      'Его закрыл администратор. Если это ошибка, напишите ему: повторный вход не поможет.',
    wiped: 'С этого устройства всё удалено',
    wipedHelp:
      'Данные консоли и неотправленное стёрли по просьбе владельца или администратора. Войти можно снова.',
    locked: 'Данные заперты',
    lockedHelp:
      'Консоль слишком долго не связывалась с сервером. Подключитесь к сети: всё откроется само, неотправленное на месте.',
    failed: 'Не удалось начать вход',
    customerTitle: 'Консоль — для команды',
    customerHelp:
      'Вы вошли как {{name}}, клиент. За помощью напишите боту. Если вы из команды, попросите администратора добавить вас и войдите снова.',
    obfuscated:
      'В этой системе нет связки ключей: вход сохраняется, но защищён слабо. Блокируйте экран, когда уходите.',
    signOut: 'Выйти',
  },
} as const satisfies InLanguage<typeof sessionEn, RussianPlural>;
