import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../texts';

/** Suggestions shown: the first ones are the near ones. */
const SUGGESTIONS = 5;

export interface ContextActions {
  replace(word: string): void;
  learn(word: string): void;
  openLink(url: string): void;
  copy(text: string): void;
}

type Wanted = Pick<
  ContextMenuParams,
  | 'misspelledWord'
  | 'dictionarySuggestions'
  | 'isEditable'
  | 'selectionText'
  | 'linkURL'
  | 'editFlags'
>;

/** What a click with the right button offers; empty: nothing, and no menu appears. */
export function contextMenu(
  on: Wanted,
  actions: ContextActions,
  t: Texts,
): MenuItemConstructorOptions[] {
  const spelling: MenuItemConstructorOptions[] =
    on.misspelledWord === ''
      ? []
      : [
          ...on.dictionarySuggestions.slice(0, SUGGESTIONS).map((word) => ({
            label: word,
            click: () => actions.replace(word),
          })),
          { label: t('context.learn'), click: () => actions.learn(on.misspelledWord) },
        ];
  const link: MenuItemConstructorOptions[] = on.linkURL.startsWith('https://')
    ? [
        { label: t('context.openLink'), click: () => actions.openLink(on.linkURL) },
        { label: t('context.copyLink'), click: () => actions.copy(on.linkURL) },
      ]
    : [];
  const edit: MenuItemConstructorOptions[] = on.isEditable
    ? [
        { role: 'cut', label: t('menu.cut'), enabled: on.editFlags.canCut },
        { role: 'copy', label: t('menu.copy'), enabled: on.editFlags.canCopy },
        { role: 'paste', label: t('menu.paste'), enabled: on.editFlags.canPaste },
        { role: 'selectAll', label: t('menu.selectAll'), enabled: on.editFlags.canSelectAll },
      ]
    : on.selectionText.trim() === ''
      ? []
      : [{ role: 'copy', label: t('menu.copy') }];
  return [spelling, link, edit]
    .filter((group) => group.length > 0)
    .flatMap((group, at): MenuItemConstructorOptions[] =>
      at === 0 ? group : [{ type: 'separator' }, ...group],
    );
}
