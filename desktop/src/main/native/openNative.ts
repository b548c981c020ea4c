import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ticket } from '@tikethet/shared/contracts';
import { app, globalShortcut, session, type Menu } from 'electron';
import { z } from 'zod';
import type { Preferences } from '../../bridge';
import type { NativeState } from '../../bridge/native';
import { attempt, ok } from '../../ipc/result';
import type { Desk } from '../desk';
import type { NativeHandlers } from '../ipc/handlers';
import type { Notifier } from '../notifications/notifier';
import type { PreferenceStore } from '../preferences';
import type { Texts } from '../texts';
import type { ConsoleWindow } from '../windows/consoleWindow';
import { createBadge } from './badge';
import type { Capabilities } from './capabilities';
import { ticketNumberIn } from './links';
import { autostartEntry, systemEntry, type LoginItem } from './loginItem';
import { createSelfTest, type SelfTest } from './selfTest';
import { followSpelling } from './spelling';
import { createSystemShortcut } from './systemShortcut';
import { createTray } from './tray';

export interface NativeDeps {
  test: boolean;
  capabilities: Capabilities;
  /** The file that the system starts: an AppImage itself, not what it unpacked. */
  programFile: string;
  userData: string;
  desk: Desk;
  window: ConsoleWindow;
  preferences: PreferenceStore;
  notifier: Notifier;
  texts: () => Texts;
}

/** What the system around the windows does for the console. */
export interface Native {
  handlers: NativeHandlers;
  selfTest: SelfTest;
  /** How many notifications are unread by now. */
  unread(count: number): void;
  /** Person, language or choices may be others. */
  refresh(): void;
  /** An address that the system handed over; anything but a ticket's is ignored. */
  openAddress: (address: string) => void;
  openLink: (number: number) => void;
  trayMenu: () => Menu;
}

const found = z.object({ items: z.array(ticket) });

function chooseLoginItem({ test, programFile, userData }: NativeDeps): LoginItem | null {
  if (!app.isPackaged && !test) return null;
  const { platform } = process;
  if (platform !== 'linux') return systemEntry(app);
  return autostartEntry(test ? userData : join(app.getPath('appData')), programFile);
}

/** Puts together tray, badge, links, system-wide key, start at login, spelling and self-test. */
export function openNative(deps: NativeDeps): Native {
  const { desk, window, preferences, capabilities, texts } = deps;
  const loginItem = chooseLoginItem(deps);
  let unread = 0;
  /** A link that came before anybody was signed in. */
  let waiting: number | null = null;

  const badge = createBadge({ app, capabilities, window: () => window.current(), texts });
  const tray = createTray({
    platform: process.platform,
    texts,
    state() {
      const state = desk.session.state();
      return {
        availability: state.status === 'signedIn' ? state.user.availability : null,
        unread,
        mutedUntil: preferences.get().mutedUntil,
      };
    },
    actions: {
      open: () => void window.show(),
      openNotifications() {
        void window.show().then(() => window.pushMain({ name: 'openNotifications', value: null }));
      },
      choose(availability) {
        const input = { availability };
        const key = randomUUID();
        void desk.sync
          .call({ method: 'write', route: 'PUT /auth/profile', input, key })
          .then(() => tray.refresh());
      },
      mute: (mutedUntil) => void preferences.set({ mutedUntil }),
      quit: () => app.quit(),
    },
  });

  const selfTest = createSelfTest({
    ask: (trialId) =>
      desk.sync.call({
        method: 'write',
        route: 'POST /notifications/trial',
        input: { trialId },
        key: randomUUID(),
      }),
    connection: () => desk.sync.connection().status,
    preferences: () => preferences.get(),
    notifier: deps.notifier,
    texts,
    tell: (value) => window.push({ name: 'selfTest', value }),
  });

  const shortcut = createSystemShortcut(globalShortcut, () => {
    const current = window.current();
    if (current?.isFocused() === true) current.hide();
    else void window.show();
  });

  async function state(): Promise<NativeState> {
    const { platform } = process;
    return {
      platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
      notifications: true,
      reply: capabilities.reply,
      actions: capabilities.actions,
      startsAtLogin: loginItem === null ? null : await loginItem.isOn(),
      shortcut: shortcut.state(),
      tray: true,
      spelling: capabilities.dictionaries ? 'dictionaries' : 'system',
    };
  }

  function openLink(number: number): void {
    if (desk.session.state().status !== 'signedIn') {
      waiting = number;
      return void window.show();
    }
    const input = { search: `#${number}`, limit: 20 };
    void desk.sync.call({ method: 'read', route: 'GET /tickets', input }).then(async (result) => {
      const parsed = found.safeParse(result.ok ? result.value : null);
      const hit = parsed.data?.items.find((one) => one.number === number);
      if (hit !== undefined) return window.openTicket(hit.id, null);
      await window.show();
      window.pushMain({ name: 'linkUnknown', value: { number } });
    });
  }

  function follow(chosen: Preferences): void {
    shortcut.follow(chosen.shortcut);
    followSpelling(session.defaultSession, capabilities, chosen.spelling);
    for (const { webContents } of window.all()) webContents.setZoomFactor(chosen.zoom / 100);
    tray.refresh();
  }

  follow(preferences.get());
  preferences.onChange(follow);
  return {
    handlers: {
      'native.state': async () => ok(await state()),
      'native.startAtLogin': ({ wanted }) =>
        attempt(async () => {
          await loginItem?.set(wanted);
          return state();
        }),
      'native.openWindow': ({ ticketId }) =>
        attempt(() => window.showTicket(ticketId).then(() => null)),
      'native.selfTest': async () => ok(await selfTest.run()),
    },
    selfTest,
    unread(count) {
      unread = count;
      badge.show(count);
      tray.refresh();
    },
    refresh() {
      tray.refresh();
      badge.again();
      if (waiting === null || desk.session.state().status !== 'signedIn') return;
      const number = waiting;
      waiting = null;
      openLink(number);
    },
    openAddress(address) {
      const number = ticketNumberIn(address);
      if (number !== null) openLink(number);
    },
    openLink,
    trayMenu: () => tray.menu(),
  };
}
