import { Menu, type WebContents } from 'electron';
import type { Texts } from '../texts';
import { contextMenu } from './contextMenu';

/** Gives a page the menu of the right button. */
export function attachContextMenu(
  contents: WebContents,
  options: { texts: () => Texts; openLink: (url: string) => void; copy: (text: string) => void },
): void {
  contents.on('context-menu', (_event, params) => {
    const { session } = contents;
    const items = contextMenu(
      params,
      {
        replace: (word) => contents.replaceMisspelling(word),
        learn: (word) => session.addWordToSpellCheckerDictionary(word),
        openLink: options.openLink,
        copy: options.copy,
      },
      options.texts(),
    );
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}
