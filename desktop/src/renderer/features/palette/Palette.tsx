import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import choices from '../../ui/Choices.module.css';
import { ChordKeys } from '../../ui/ChordKeys';
import { SearchLine } from '../../ui/SearchLine';
import { useListbox } from '../../ui/useListbox';
import type { PaletteItem } from './item';
import classes from './Palette.module.css';
import { usePaletteItems } from './usePaletteItems';

/** Finds anything and does anything, from anywhere: tickets, people, actions, macros, pages. */
export function Palette() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const before = useRef<Element | null>(null);
  const chosen = useRef<PaletteItem | null>(null);
  useShortcuts({
    palette: () => {
      before.current = document.activeElement;
      chosen.current = null;
      setOpened(true);
    },
  });
  // First the focus goes back, then the deed is done: it may want the focus somewhere else.
  useEffect(() => {
    if (opened) return;
    const { current } = before;
    if (current instanceof HTMLElement && current.isConnected) current.focus();
    before.current = null;
    chosen.current?.run();
    chosen.current = null;
  }, [opened]);
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      returnFocus={false}
      withCloseButton={false}
      padding={0}
      size={620}
      yOffset="12vh"
      centered={false}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('palette.label') } }}
      data-testid="palette"
    >
      <Ask
        onPick={(item) => {
          chosen.current = item;
          setOpened(false);
        }}
      />
    </Modal>
  );
}

function Ask({ onPick }: { onPick: (item: PaletteItem) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  // Never behind the text: Enter takes what answers the words that stand there.
  const question = text.trim();
  const items = usePaletteItems(question);
  const groups = [...new Set(items.map(({ group }) => group))];
  const list = useListbox({ items, idOf: ({ id }) => id, onPick });
  return (
    <>
      <SearchLine
        {...list.inputProps}
        large
        value={text}
        maxLength={200}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.label')}
        data-testid="palette-input"
        onText={(words) => {
          setText(words);
          list.restart();
        }}
      />
      <div {...list.listProps} className={classes.list} aria-label={t('palette.label')}>
        {groups.map((group) => {
          const some = items.filter((item) => item.group === group);
          return (
            <div key={group} role="group" aria-label={t(`palette.groups.${group}`)}>
              <div className={classes.group} aria-hidden="true">
                {t(`palette.groups.${group}`)}
              </div>
              {some.map((item) => (
                <div
                  key={item.id}
                  {...list.optionProps(item)}
                  className={choices.option}
                  data-testid="palette-option"
                >
                  <span className={classes.icon} aria-hidden="true">
                    {item.icon}
                  </span>
                  <span className={choices.name}>{item.label}</span>
                  {item.hint !== undefined && <span className={classes.hint}>{item.hint}</span>}
                  {item.keys !== undefined && <ChordKeys chord={item.keys} />}
                </div>
              ))}
            </div>
          );
        })}
        {items.length === 0 && (
          <p className={classes.nothing} role="status">
            {t('palette.nothing', { question })}
          </p>
        )}
      </div>
    </>
  );
}
