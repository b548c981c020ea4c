import type { Turn } from '../turn';
import type { Answer, Callback, Press } from './callback';
import {
  beginBroadcast,
  chooseSegment,
  chooseSegmentCategory,
  dropBroadcast,
  haltBroadcast,
  refuseNews,
  rewriteBroadcast,
  sendBroadcast,
} from './broadcasts';
import type { CallbackCode, ParsedCallback } from './data';
import { parseCallback } from './data';
import { chooseCategory, choosePriority } from './details';
import {
  cancelRole,
  chooseRole,
  confirmRole,
  invite,
  joinTeam,
  showRoles,
  uninvite,
} from './roles';
import { chooseLanguage } from './language';
import { askWhereTo, leaveMessage, moveMessage } from './move';
import { chooseTopic, showTopics } from './newTicket';
import { askForComment } from './ratingComment';
import {
  chooseNotice,
  chooseQuiet,
  chooseQuietFrom,
  chooseStaffNotice,
  chooseZone,
  closeSettings,
  endQuiet,
  showScreen,
  showZones,
  speak,
} from './settings';
import { decideDevice, writeAsCustomer } from './staff';
import {
  actOnTicket,
  openCard,
  showAdmin,
  showQueue,
  showStats,
  takeTicket,
  turnQueue,
} from './team';
import { closeTicket, rate, reopenTicket, showList, useTicket } from './tickets';

const CALLBACKS = {
  cat: chooseCategory,
  pri: choosePriority,
  use: useTicket,
  list: showList,
  close: closeTicket,
  reopen: reopenTicket,
  rate,
  move: askWhereTo,
  moveTo: moveMessage,
  stay: leaveMessage,
  take: takeTicket,
  comment: askForComment,
  about: chooseTopic,
  topics: showTopics,
  lang: chooseLanguage,
  set: showScreen,
  notice: chooseNotice,
  work: chooseStaffNotice,
  quiet: chooseQuiet,
  from: chooseQuietFrom,
  loud: endQuiet,
  zone: chooseZone,
  zones: showZones,
  speak,
  done: closeSettings,
  card: openCard,
  act: actOnTicket,
  queue: showQueue,
  queueat: turnQueue,
  stats: showStats,
  admin: showAdmin,
  roles: showRoles,
  role: chooseRole,
  roleyes: confirmRole,
  roleno: cancelRole,
  invite,
  uninvite,
  join: joinTeam,
  bnew: beginBroadcast,
  bseg: chooseSegment,
  bcat: chooseSegmentCategory,
  bedit: rewriteBroadcast,
  bsend: sendBroadcast,
  bdrop: dropBroadcast,
  bstop: haltBroadcast,
  nonews: refuseNews,
  dev: decideDevice,
  mine: writeAsCustomer,
} as const satisfies { [C in CallbackCode]: Callback<C> };

function run(turn: Turn, parsed: ParsedCallback, press: Press): Promise<Answer | void> {
  // The code and its arguments were parsed together, which the type of a table lookup forgets.
  const callback = CALLBACKS[parsed.code] as Callback<CallbackCode>;
  return callback(turn, parsed.args, press);
}

/**
 * Does what a pressed button stands for, and answers it.
 * @param press null when the message of the button is too old for Telegram to name
 */
export async function handleCallback(
  turn: Turn,
  callbackId: string,
  data: string,
  press: Press | null,
): Promise<void> {
  const parsed = parseCallback(data);
  if (parsed === null || press === null) {
    await turn.answer(callbackId, turn.plain('oldButton'));
    return;
  }
  const answer = await run(turn, parsed, press);
  await turn.answer(callbackId, answer?.text, answer?.alert);
}
