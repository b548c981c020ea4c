import type { InLanguage, RussianPlural } from '../shape';
import type { programEn } from './program.en';

/** Texts of the console: the program itself, its versions and troubles. */
export const programRu = {
  program: {
    inBrowser: 'Консоль в браузере, для знакомства. Её версия всегда та же, что у сервера.',
    built: 'Electron {{electron}}, {{system}}',
    updates: 'Обновления',
    off: 'Эта копия не обновляется сама',
    notChecked: 'Ещё не проверяли',
    current: 'Это самая новая версия. Проверено: {{time}}',
    checking: 'Ищем новую версию…',
    downloading: 'Загружаем {{version}}: {{percent}} %',
    ready: 'Обновить до {{version}}',
    readyHelp: 'Версия {{version}} готова',
    failed: 'Не удалось проверить обновления ({{time}}). Попробуем снова сами.',
    check: 'Проверить',
    channel: 'Версии',
    channelHelp: 'Ранние приходят быстрее, но проверены меньше.',
    channelLatest: 'Выпущенные',
    channelBeta: 'Ранние',
    whatsNew: 'Что нового в {{version}}',
    restartHelp: 'Это займёт несколько секунд. Неотправленное не потеряется.',
    restart: 'Перезапустить и обновить',
    later: 'Позже',
    trouble: 'Если что-то не так',
    report: 'Сообщить о проблеме',
    reportHelp:
      'Сохранит текстовый файл с версиями и журналом программы. В нём нет имён, сообщений и паролей; прочитайте его, прежде чем передать.',
    saveReport: 'Сохранить отчёт…',
  },
} as const satisfies InLanguage<typeof programEn, RussianPlural>;
