import type { TicketPriority } from '@tikethet/shared/tickets';
import type { DemoFile } from './files';
import type { Random } from './random';

/**
 * Conversations of the demo are written as small scripts, one blank line between two of them:
 *
 *     = a title | another one        what the ticket is called
 *     @ tag, tag
 *     % HIGH sour incident           priority; ends badly for the customer; belongs to an outage
 *     $what = a | b                  one of these wherever {what} stands in this conversation
 *     > the customer writes [crash]  a file of `files.ts` may hang on a message
 *     >? … <? …                      messages that are there together, or not at all
 *     < +20h staff answer            at least so many hours later
 *     < staff answer
 *     # staff leave a note
 *
 * A line without a mark continues the message above. In texts {a|b} is a choice made anew each
 * time; {~а} and {~he/she} follow the customer's gender, {^…} the writing staff member's.
 */
export interface Script {
  titles: readonly string[];
  tags: readonly string[];
  priority: TicketPriority | null;
  sour: boolean;
  incident: boolean;
  choices: ReadonlyMap<string, readonly string[]>;
  lines: readonly ScriptLine[];
}

export interface ScriptLine {
  side: 'CUSTOMER' | 'STAFF' | 'NOTE';
  text: string;
  /** Lines of one group come or stay away together; null: always there. */
  group: number | null;
  /** Hours that pass first, at least. */
  pause: number;
  file: DemoFile | null;
}

const SIDES = { '>': 'CUSTOMER', '<': 'STAFF', '#': 'NOTE' } as const;

function split(text: string, by: string): string[] {
  return text.split(by).map((part) => part.trim());
}

function parseOne(source: string): Script {
  const lines: ScriptLine[] = [];
  const choices = new Map<string, string[]>();
  let titles: string[] = [];
  let tags: string[] = [];
  let flags: string[] = [];
  for (const row of source.split('\n')) {
    const mark = row[0];
    const rest = row.slice(1).trim();
    if (mark === '=') titles = split(rest, ' | ');
    else if (mark === '@') tags = split(rest, ',');
    else if (mark === '%') flags = split(rest, ' ');
    else if (mark === '$') {
      const equals = rest.indexOf('=');
      choices.set(rest.slice(0, equals).trim(), split(rest.slice(equals + 1), ' | '));
    } else if (mark === '>' || mark === '<' || mark === '#') {
      const [, optional, pause = '0', words = ''] =
        /^(\??)\s*(?:\+(\d+)h\s+)?(.*)$/.exec(rest) ?? [];
      const [, text = words, file = null] = /^(.*?)\s*\[(\w+)\]$/.exec(words) ?? [];
      const group = optional === '?' ? (lines.at(-1)?.group ?? lines.length) : null;
      lines.push({
        side: SIDES[mark],
        text,
        group,
        pause: Number(pause),
        file: file as DemoFile | null,
      });
    } else {
      const last = lines.at(-1);
      if (last === undefined) throw new Error(`A script begins with "${row}"`);
      last.text += `\n${row.trim()}`;
    }
  }
  if (titles.length === 0 || lines[0]?.side !== 'CUSTOMER') {
    throw new Error(`A script needs a title and a customer who begins: ${source.slice(0, 80)}`);
  }
  const priority = flags.find((flag) => /^(LOW|NORMAL|HIGH|CRITICAL)$/.test(flag)) ?? null;
  return {
    titles,
    tags,
    priority: priority as TicketPriority | null,
    sour: flags.includes('sour'),
    incident: flags.includes('incident'),
    choices,
    lines,
  };
}

/** @throws Error when a script breaks the form above: a defect of the sources */
export function parseScripts(source: string): Script[] {
  return source
    .trim()
    .split(/\n\s*\n/)
    .map((part) => parseOne(part.trim()));
}

/** Values for the slots of one ticket. */
export type Slots = ReadonlyMap<string, string>;

/** The script's own choices, made once. */
export function chooseSlots(random: Random, script: Script, shared: Slots): Slots {
  const slots = new Map(shared);
  for (const [name, options] of script.choices) {
    slots.set(name, fill(random, random.pick(options), slots, { female: false }));
  }
  return slots;
}

/**
 * Fills a text of a script.
 * @param people whether the customer and the writing staff member are women
 */
export function fill(
  random: Random,
  text: string,
  slots: Slots,
  people: { female: boolean; staffFemale?: boolean },
): string {
  const replaced = text.replace(/\{([^{}]*)\}/g, (_, inside: string) => {
    if (inside.startsWith('~')) return inflect(inside.slice(1), people.female);
    if (inside.startsWith('^')) return inflect(inside.slice(1), people.staffFemale === true);
    if (inside.includes('|')) return random.pick(inside.split('|'));
    const value = slots.get(inside);
    if (value === undefined) throw new Error(`Nothing is known for {${inside}}`);
    return value;
  });
  return replaced.includes('{') ? fill(random, replaced, slots, people) : replaced.trim();
}

function inflect(forms: string, female: boolean): string {
  const slash = forms.indexOf('/');
  if (slash === -1) return female ? forms : '';
  return female ? forms.slice(slash + 1) : forms.slice(0, slash);
}
