import type { MacroActions, Ticket } from '@tikethet/shared/contracts';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTeam } from '../../app/queries/team';
import type { Rights } from '../conversation/access';
import { useTicketActions } from '../conversation/useTicketActions';
import { hasDeeds } from './deeds';
import { MacroMenu } from './MacroMenu';
import { MacroPlan } from './MacroPlan';
import { runActions } from './runActions';

interface Options {
  ticket: Ticket;
  rights: Rights;
  insert: (text: string) => void;
}

interface ComposerMacros {
  /** The menu, closed or open: belongs into the composer's frame. */
  menu: ReactNode;
  /** What sending will do beside sending. */
  plan: ReactNode;
  open: () => void;
  /** Opens the menu for a `/` at the beginning of a line; true: the key was for it. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** The text is on its way: does what the macro says, and takes it back with the text. */
  sent: (key: string) => void;
}

/** Macros in the composer: chosen on `/`, inserted, done with the text that they brought. */
export function useComposerMacros({ ticket, rights, insert }: Options): ComposerMacros {
  const { me, replies } = useDesk();
  const actions = useTicketActions(ticket);
  const [opened, setOpened] = useState(false);
  const [plan, setPlan] = useState<MacroActions | null>(null);
  const { data: team } = useTeam(plan !== null);
  const run = (wanted: MacroActions): string[] =>
    runActions(wanted, actions, { ticket, rights, me, team: team ?? [] });
  return {
    menu: (
      <MacroMenu
        ticket={ticket}
        opened={opened}
        onClose={() => setOpened(false)}
        onPick={({ macro, text }) => {
          if (text !== '') {
            setPlan(hasDeeds(macro.actions) ? macro.actions : null);
            insert(text);
          } else {
            // Nothing to send: it is done at once.
            run(macro.actions);
          }
        }}
      />
    ),
    plan: plan && <MacroPlan actions={plan} onClear={() => setPlan(null)} />,
    open: () => setOpened(true),
    onKey(event) {
      const { ctrlKey, metaKey, altKey, key, currentTarget } = event;
      if (key !== '/' || ctrlKey || metaKey || altKey) return false;
      const { value, selectionStart, selectionEnd } = currentTarget;
      const before = value.slice(0, selectionStart);
      // Within a line it is a slash: a date, an address.
      if (selectionStart !== selectionEnd || !(before === '' || before.endsWith('\n')))
        return false;
      event.preventDefault();
      setOpened(true);
      return true;
    },
    sent(key) {
      if (plan === null) return;
      for (const follower of run(plan)) replies.follow(key, ticket.id, follower);
      setPlan(null);
    },
  };
}
