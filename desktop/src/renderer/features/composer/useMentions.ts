import type { Colleague } from '@tikethet/shared/contracts';
import { useState, type KeyboardEvent } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTeam } from '../../app/queries/team';
import { findColleagues, mentioningAt, type Mentioning } from './mentions';

interface Options {
  /** Only notes address colleagues. */
  enabled: boolean;
  onPick: (person: Colleague, mentioning: Mentioning, cursor: number) => void;
}

/** Names colleagues while one writes `@`: by arrows and Enter, or by a click. */
export function useMentions({ enabled, onPick }: Options) {
  const { me } = useDesk();
  const [state, setState] = useState<{ mentioning: Mentioning; cursor: number } | null>(null);
  const [active, setActive] = useState(0);
  const team = useTeam(enabled && state !== null);
  const others = (team.data ?? []).filter(({ id }) => id !== me.id);
  const people = enabled && state ? findColleagues(others, state.mentioning.wanted) : [];
  const at = Math.min(active, people.length - 1);

  const pick = (person: Colleague): void => {
    if (!state) return;
    onPick(person, state.mentioning, state.cursor);
    setState(null);
  };

  return {
    people,
    active: at,
    pick,
    /** The text, or the cursor in it, is another now. */
    follow(text: string, cursor: number): void {
      const mentioning = enabled ? mentioningAt(text, cursor) : null;
      if (mentioning?.wanted !== state?.mentioning.wanted) setActive(0);
      setState(mentioning && { mentioning, cursor });
    },
    close: () => setState(null),
    /** @returns whether the key was meant for the list */
    onKey(event: KeyboardEvent): boolean {
      const person = people[at];
      if (!person) return false;
      if (event.key === 'ArrowDown') setActive((at + 1) % people.length);
      else if (event.key === 'ArrowUp') setActive((at + people.length - 1) % people.length);
      else if (event.key === 'Escape') setState(null);
      else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') {
        pick(person);
      } else return false;
      event.preventDefault();
      return true;
    },
  };
}
