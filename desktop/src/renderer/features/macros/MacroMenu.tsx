import { Popover } from '@mantine/core';
import { IconTemplate, IconUsers } from '@tabler/icons-react';
import type { Macro, Ticket } from '@tikethet/shared/contracts';
import { useCallback, useMemo, useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useMacros } from '../../app/queries/macros';
import { useTranslation } from '../../app/texts';
import choices from '../../ui/Choices.module.css';
import { EmptyState } from '../../ui/EmptyState';
import { SearchLine } from '../../ui/SearchLine';
import { useListbox } from '../../ui/useListbox';
import { findMacros } from './findMacros';
import classes from './MacroMenu.module.css';
import { MacroPreview } from './MacroPreview';
import { noteUsed, readRecent } from './recentMacros';
import { useRequestedMacro } from './requests';
import { useFilledMacro } from './useFilledMacro';

/** A macro that was chosen, its text filled in for the ticket. */
export interface PickedMacro {
  macro: Macro;
  /** Markdown; '' for a macro that only does something. */
  text: string;
}

interface Props {
  ticket: Ticket;
  opened: boolean;
  /** The focus goes back to where it was. */
  onClose: () => void;
  /** Also called for a macro chosen in the palette while the menu is closed. */
  onPick: (picked: PickedMacro) => void;
}

/**
 * The macros for a ticket, over the composer: put it inside the composer's frame, open it on `/`.
 * Typing filters, arrows walk with a preview, Enter picks, Esc leaves.
 */
export function MacroMenu({ ticket, opened, onClose, onPick }: Props) {
  const { me } = useDesk();
  const { data: macros } = useMacros();
  const fill = useFilledMacro(ticket);
  const pick = useCallback(
    (macro: Macro) => {
      noteUsed(localStorage, me.id, macro.id);
      onClose();
      onPick({ macro, text: fill(macro).text });
    },
    [fill, me.id, onClose, onPick],
  );
  const takeRequested = useCallback(
    (id: string) => {
      const macro = macros?.find((known) => known.id === id);
      if (macro) pick(macro);
    },
    [macros, pick],
  );
  useRequestedMacro(ticket.id, takeRequested);

  return (
    <Popover
      opened={opened}
      // Its anchor is a mark in the text field, no control that could be expanded.
      withRoles={false}
      onDismiss={onClose}
      position="top-start"
      width={620}
      offset={4}
      trapFocus
      returnFocus
      closeOnEscape
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: true, shift: true }}
    >
      <Popover.Target>
        <span className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} data-testid="macro-menu">
        {opened && <MacroChoice ticket={ticket} macros={macros ?? []} onPick={pick} />}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoiceProps {
  ticket: Ticket;
  macros: readonly Macro[];
  onPick: (macro: Macro) => void;
}

function MacroChoice({ ticket, macros, onPick }: ChoiceProps) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const [search, setSearch] = useState('');
  const [recent] = useState(() => readRecent(localStorage, me.id));
  const { categoryId } = ticket;
  const found = useMemo(
    () => findMacros(macros, { search, categoryId, recent }),
    [macros, search, categoryId, recent],
  );
  const list = useListbox({ items: found, idOf: ({ id }) => id, onPick });

  return (
    <>
      <SearchLine
        {...list.inputProps}
        value={search}
        placeholder={t('macros.search')}
        aria-label={t('macros.search')}
        data-testid="macro-search"
        onText={(text) => {
          setSearch(text);
          list.restart();
        }}
      />
      {found.length === 0 ? (
        <EmptyState
          icon={<IconTemplate size={22} stroke={1.5} />}
          title={t(macros.length === 0 ? 'macros.none' : 'macros.nothingFound')}
        >
          {t(macros.length === 0 ? 'macros.noneHelp' : 'macros.nothingFoundHelp')}
        </EmptyState>
      ) : (
        <div className={classes.panes}>
          <ul {...list.listProps} className={classes.list} aria-label={t('macros.title')}>
            {found.map((macro) => (
              <li key={macro.id} {...list.optionProps(macro)} className={choices.option}>
                <span className={choices.name}>{macro.name}</span>
                {macro.ownerId === null && (
                  <IconUsers
                    size={14}
                    stroke={1.6}
                    className={classes.mark}
                    aria-label={t('macros.ofTeam')}
                  />
                )}
              </li>
            ))}
          </ul>
          {list.active && <MacroPreview macro={list.active} ticket={ticket} />}
        </div>
      )}
    </>
  );
}
