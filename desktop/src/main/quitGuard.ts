import { app, dialog, type BrowserWindow } from 'electron';
import type { OutboxState, QueuedItem } from '../bridge';
import type { Texts } from './texts';

export interface QuitGuardOptions {
  outbox: () => OutboxState;
  texts: () => Texts;
  window: () => BrowserWindow | null;
  /** The program ends. */
  quitting(): void;
}

/** Items that the system's dialog names. */
const MOST_NAMED = 4;
/** Characters of a ticket's title. */
const TITLE = 60;

function lineOf({ operation, input, subject }: QueuedItem, t: Texts): string {
  const note = input['internal'] === true;
  const kind = operation === 'messages.create' ? (note ? 'note' : 'reply') : 'change';
  const what = t(`unsent.what.${kind}`);
  if (subject === null) return `• ${what}`;
  const { number, title } = subject;
  const short = title.length > TITLE ? `${title.slice(0, TITLE).trimEnd()}…` : title;
  return `• ${what}: #${number} ${short}`;
}

/** The first of what is not sent, and how many more there are. */
function namesOf({ items, unsent }: OutboxState, t: Texts): string[] {
  const named = items.slice(0, MOST_NAMED);
  const count = unsent - named.length;
  const more = count > 0 ? [t('unsent.more', { count })] : [];
  return [...named.map((item) => lineOf(item, t)), ...more];
}

/** Says before the program ends that something is not sent yet, and that it is safe here. */
export function guardQuit(options: QuitGuardOptions): void {
  let sure = false;
  app.on('before-quit', (event) => {
    const outbox = options.outbox();
    const count = outbox.unsent;
    const window = options.window();
    if (sure || count === 0 || window === null) return options.quitting();
    event.preventDefault();
    const t = options.texts();
    const [quit, stay] = [0, 1];
    const asked = {
      type: 'info' as const,
      message: t('unsent.quitTitle', { count }),
      detail: `${namesOf(outbox, t).join('\n')}\n\n${t('unsent.quitBody')}`,
      buttons: [t('unsent.quit'), t('unsent.stay')],
      defaultId: quit,
      cancelId: stay,
    };
    void dialog.showMessageBox(window, asked).then(({ response }) => {
      if (response === stay) return;
      sure = true;
      app.quit();
    });
  });
}
