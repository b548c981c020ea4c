import { screen, type BrowserWindow, type WebContents } from 'electron';
import type { JsonFile } from '../../files/jsonFile';
import { PUSH_CHANNEL, type IpcPush } from '../../ipc/channels';
import { CONSOLE_URL } from '../protocols/consoleUrl';
import { createPageWindow, keepPlace, type PageWindowOptions } from './pageWindow';
import { placeWindow, type WindowState } from './windowState';

export interface ConsoleWindowOptions extends PageWindowOptions {
  state: JsonFile<WindowState>;
  /** Where a ticket's own window stood last. */
  ticketState: JsonFile<WindowState>;
  /** Closing the main window leaves it hidden, the program running. */
  hides: () => boolean;
  /** A new page, before anything is loaded into it. */
  opened(page: WebContents): void;
  /** The page is there (again): tell it the states it missed. */
  loaded(page: WebContents): void;
  /** A page is gone for good. */
  closed(pageId: number): void;
}

export interface ConsoleWindow {
  /** Opens the main window, or brings it to the front. */
  show(): Promise<void>;
  /** Opens it without showing it. */
  prepare(): Promise<void>;
  /** Opens a ticket in a window of its own, or brings that one to the front. */
  showTicket(ticketId: string): Promise<void>;
  closeTickets(): void;
  /** Shows a ticket where it is open already, else in the main window. */
  openTicket(ticketId: string, messageId: string | null): Promise<void>;
  /** Tells every page. */
  push(push: IpcPush): void;
  /** Tells the page of the main window. */
  pushMain(push: IpcPush): void;
  /** The page of the focused window; null: the person is in another program. */
  focusedPage(): number | null;
  /** The main window itself, for dialogs; null while none is open. */
  current(): BrowserWindow | null;
  /** Every open window, the main one first. */
  all(): BrowserWindow[];
}

/** Pixels by which a second window of a ticket stands aside of the first. */
const CASCADE = 28;

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function screens() {
  return screen.getAllDisplays().map((display) => display.workArea);
}

/** The windows of the console: the main one, and one for each ticket that got its own. */
export function createConsoleWindow(options: ConsoleWindowOptions): ConsoleWindow {
  let main: BrowserWindow | null = null;
  let opening: Promise<void> | null = null;
  const tickets = new Map<string, BrowserWindow>();

  const all = () =>
    [main, ...tickets.values()].filter(
      (window): window is BrowserWindow => window !== null && !window.isDestroyed(),
    );

  function tell(window: BrowserWindow, push: IpcPush): void {
    window.webContents.send(PUSH_CHANNEL, push);
  }

  function follow(window: BrowserWindow, gone: () => void): void {
    const { webContents } = window;
    const pageId = webContents.id;
    options.opened(webContents);
    webContents.on('did-finish-load', () => options.loaded(webContents));
    window.on('closed', () => {
      gone();
      options.closed(pageId);
    });
  }

  async function open(visible: boolean): Promise<void> {
    const { maximized, ...bounds } = placeWindow(await options.state.read(), screens());
    const opened = createPageWindow(options, bounds);
    main = opened;
    if (visible) {
      if (maximized) opened.maximize();
      opened.once('ready-to-show', () => opened.show());
    }
    keepPlace(opened, options.state);
    opened.on('close', (event) => {
      if (!options.hides()) return;
      event.preventDefault();
      opened.hide();
    });
    follow(opened, () => (main = null));
    await opened.loadURL(CONSOLE_URL);
  }

  function ready(visible: boolean): Promise<void> {
    if (main !== null) return Promise.resolve();
    return (opening ??= open(visible).finally(() => (opening = null)));
  }

  async function show(): Promise<void> {
    const isNew = main === null;
    await ready(true);
    if (!isNew && main !== null) bringToFront(main);
  }

  async function showTicket(ticketId: string): Promise<void> {
    const known = tickets.get(ticketId);
    if (known !== undefined) return bringToFront(known);
    const { width, height, x, y } = placeWindow(await options.ticketState.read(), screens());
    const aside = tickets.size * CASCADE;
    const place = x === undefined || y === undefined ? {} : { x: x + aside, y: y + aside };
    const opened = createPageWindow(options, { width, height, ...place });
    tickets.set(ticketId, opened);
    keepPlace(opened, options.ticketState);
    opened.once('ready-to-show', () => opened.show());
    follow(opened, () => tickets.delete(ticketId));
    await opened.loadURL(`${CONSOLE_URL}#/window/${ticketId}`);
  }

  return {
    show,
    prepare: () => ready(false),
    showTicket,
    closeTickets() {
      for (const window of tickets.values()) window.close();
    },
    async openTicket(ticketId, messageId) {
      const push: IpcPush = { name: 'openTicket', value: { ticketId, messageId } };
      const own = tickets.get(ticketId);
      if (own !== undefined) {
        bringToFront(own);
        return tell(own, push);
      }
      await show();
      if (main !== null) tell(main, push);
    },
    push(push) {
      for (const window of all()) tell(window, push);
    },
    pushMain(push) {
      if (main !== null && !main.isDestroyed()) tell(main, push);
    },
    focusedPage: () => all().find((window) => window.isFocused())?.webContents.id ?? null,
    current: () => main,
    all,
  };
}
