import { z } from 'zod';
import { none, text } from './common';
import { operation } from './operation';

/** Characters of a signature. */
export const SIGNATURE_LENGTH = 500;

const chord = z.string().min(1).max(40);

/** What a member of staff has set up for themselves and finds on every device. */
export const consoleSettings = z
  .strictObject({
    signature: z
      .strictObject({ text: text(SIGNATURE_LENGTH), isOn: z.boolean() })
      .describe('markdown that the console puts under replies, never under notes'),
    shortcuts: z
      .record(z.string().max(40), z.array(chord).max(3))
      .refine((keys) => Object.keys(keys).length <= 200, 'too many')
      .describe('by what they do: keys instead of the usual ones; an empty list: none'),
  })
  .meta({ id: 'ConsoleSettings' });
export type ConsoleSettings = z.infer<typeof consoleSettings>;

export const getConsoleSettings = operation({
  id: 'me.console',
  method: 'GET',
  path: '/me/console',
  summary: "The caller's own settings of the console",
  access: 'ticket.viewPool',
  input: none,
  output: consoleSettings,
  status: 200,
  errors: [],
});

export const updateConsoleSettings = operation({
  id: 'me.setConsole',
  method: 'PUT',
  path: '/me/console',
  summary: 'Change own settings of the console; what is absent stays',
  access: 'ticket.viewPool',
  input: consoleSettings.partial(),
  output: consoleSettings,
  status: 200,
  errors: [],
  offline: true,
});
