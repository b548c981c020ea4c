import type { DemoArticle } from './demoArticle';

export const techArticles: readonly DemoArticle[] = [
  {
    slug: 'cannot-join',
    category: 'tech',
    helpful: 184,
    unhelpful: 21,
    ru: {
      title: 'Не получается зайти на сервер',
      keywords: ['вход', 'подключение', 'тайм-аут', 'не пускает', 'зайти', 'соединение потеряно'],
      body: `Чаще всего помогает одно из трёх. Попробуйте по порядку:

**1. Обновите лаунчер.** Закройте его совсем, откройте снова и дождитесь надписи «Готово к игре». Со старой версией сервер не пускает.

**2. Проверьте сеть.** Перезагрузите роутер, выключите VPN и прокси. Если игра идёт с телефона через мобильный интернет, а дома нет, дело в провайдере.

**3. Посмотрите, не идут ли работы.** По четвергам с 5:00 до 6:00 по Москве мы обновляем серверы, и вход закрыт.

Если пишет \`ошибка 10060\` или «Соединение потеряно» дольше получаса — создайте обращение. Назовите сервер, провайдера и время: так мы быстрее найдём, где рвётся связь.`,
    },
    en: {
      title: 'I cannot join the server',
      keywords: ['login', 'connection', 'timeout', 'connect', 'join', 'connection lost'],
      body: `One of these three usually helps. Try them in order:

**1. Update the launcher.** Close it completely, open it again and wait for “Ready to play”. The server refuses old versions.

**2. Check your network.** Restart the router, turn off VPN and proxy. If the game works over mobile data but not at home, it is the provider.

**3. See whether we are at work.** On Thursdays from 5:00 to 6:00 Moscow time we update the servers and nobody can join.

If you see \`error 10060\` or “Connection lost” for more than half an hour, open a ticket. Name the server, your provider and the time: that is how we find where the line breaks.`,
    },
  },
  {
    slug: 'crash-on-start',
    category: 'tech',
    helpful: 142,
    unhelpful: 9,
    ru: {
      title: 'Игра вылетает при запуске или загрузке мира',
      keywords: ['вылет', 'краш', 'закрывается', 'память', '90 %', 'latest.txt'],
      body: `Обычно игре не хватает памяти.

**Добавьте память.** В лаунчере: «Настройки → Память», поставьте **4 ГБ**, с набором текстур — 6 ГБ. Больше половины памяти компьютера не отдавайте.

**Обновите драйвер видеокарты.** Особенно если экран сначала чернеет.

**Проверьте файлы.** «Настройки → Проверить файлы»: лаунчер докачает то, что испортилось. Ваши настройки и снимки останутся.

Не помогло? Приложите к обращению файл \`latest.txt\`: «Настройки → Журналы → Открыть папку». По нему причина обычно видна сразу.`,
    },
    en: {
      title: 'The game crashes on start or while the world loads',
      keywords: ['crash', 'closes', 'memory', 'RAM', '90%', 'latest.txt', 'crashing'],
      body: `Usually the game has too little memory.

**Give it more.** In the launcher: “Settings → Memory”, choose **4 GB**, with the texture pack 6 GB. Do not give away more than half of what your computer has.

**Update the graphics driver.** Above all if the screen turns black first.

**Check the files.** “Settings → Verify files” downloads again what is damaged. Your settings and screenshots stay.

Still crashing? Attach the file \`latest.txt\` to your ticket: “Settings → Logs → Open folder”. It mostly shows the reason at once.`,
    },
  },
  {
    slug: 'lag-and-ping',
    category: 'tech',
    helpful: 97,
    unhelpful: 34,
    ru: {
      title: 'Лаги и высокий пинг: что проверить',
      keywords: ['лагает', 'тормозит', 'фризы', 'фпс', 'FPS', 'тики', 'задержка'],
      body: `Сначала поймите, что именно тормозит: нажмите **F3** и посмотрите на две строки.

**FPS меньше 40** — не справляется компьютер. Уменьшите дальность прорисовки до 8 и выключите тени.

**Пинг больше 150** — дело в сети. Подключитесь кабелем вместо Wi-Fi и остановите загрузки. Выберите ближайший вход: в лаунчере «Настройки → Сеть».

**FPS и пинг хорошие, а мобы дёргаются** — перегружен сервер. Напишите нам, где вы стоите и во сколько это было: мы посмотрим нагрузку.`,
    },
    en: {
      title: 'Lag and high ping: what to check',
      keywords: ['lagging', 'slow', 'freezes', 'FPS', 'TPS', 'delay', 'stutter'],
      body: `First find out what is slow: press **F3** and look at two lines.

**FPS below 40**: the computer cannot keep up. Lower the render distance to 8 and turn shadows off.

**Ping above 150**: it is the network. Use a cable instead of Wi-Fi and stop downloads. Choose the nearest entry in the launcher under “Settings → Network”.

**Both are fine but mobs jump about**: the server is busy. Tell us where you stand and when it was, and we will look at the load.`,
    },
  },
];
