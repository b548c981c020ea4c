/**
 * What notifications can do beyond a title, a text and a click, by Electron's documentation: an
 * answer inside them on macOS and Windows, buttons everywhere. Linux desktops may leave the buttons
 * out, and some Windows installations swallow both events (electron#51147): the list of
 * notifications in the window is the record.
 */
export interface Capabilities {
  reply: boolean;
  actions: boolean;
  /** A count can stand on the program's icon in the taskbar (Windows) or dock. */
  overlay: boolean;
  /** Closing the last window leaves the program running, as people of this system are used to. */
  staysWithoutWindows: boolean;
  /** Dictionaries are chosen by the program; else the system's own spelling is used. */
  dictionaries: boolean;
}

export function capabilitiesOf(platform: NodeJS.Platform): Capabilities {
  return {
    reply: platform === 'darwin' || platform === 'win32',
    actions: true,
    overlay: platform === 'win32',
    staysWithoutWindows: platform === 'darwin',
    dictionaries: platform !== 'darwin',
  };
}
