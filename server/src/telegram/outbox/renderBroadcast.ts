import type { Broadcast as BroadcastResource, Language } from '@tikethet/shared/contracts';
import { isForCustomers, isUnderWay } from '@tikethet/shared/broadcasts';
import { DELIVERY_REASONS, type DeliveryReason } from '@tikethet/shared/deliveries';
import type { Broadcast } from '../../domain/broadcasts/broadcast';
import { broadcastPayload } from '../../domain/broadcasts/noteOutcome';
import type { BroadcastMaterial } from '../../domain/broadcasts/loadForSending';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { z } from 'zod';
import { fromContent } from '../formatting/fromContent';
import { toHtml } from '../formatting/formatted';
import { segmentLabel } from '../team/segments';
import { numeral } from '../team/spans';
import { broadcastStopKeyboard, noNewsKeyboard } from '../team/keyboards';
import { plain, t } from '../texts';
import { CannotSend, outCall, type OutCall } from './call';

const METHODS = {
  photo: 'sendPhoto',
  video: 'sendVideo',
  animation: 'sendAnimation',
  document: 'sendDocument',
} as const;

/** The text with its formatting, under the names that a message or a caption gives them. */
function words({ content, format, entities, file }: Broadcast): Record<string, unknown> {
  const [text, list] = file === null ? ['text', 'entities'] : ['caption', 'caption_entities'];
  if (content === '') return {};
  if (entities !== null) return { [text]: content, [list]: entities };
  return { [text]: toHtml(fromContent(content, format)), parse_mode: 'HTML' };
}

/** A broadcast to one of its people, or to its author as they will get it. */
export function renderBroadcast(
  claim: ClaimedDelivery,
  { broadcast: material, language }: DeliveryMaterial,
): OutCall[] {
  const { preview } = broadcastPayload.parse(claim.payload);
  if (material === null) throw new CannotSend('deleted before it was sent', 'deleted');
  const { broadcast } = material;
  // Claimed before the stop was pressed, not handed over yet.
  if (preview !== true && !isUnderWay(broadcast.state)) throw new CannotSend('stopped', 'stopped');
  const keyboard = isForCustomers(broadcast.segment)
    ? { reply_markup: noNewsKeyboard(language) }
    : {};
  const params = { chat_id: claim.chatId, ...words(broadcast), ...keyboard };
  const { file } = broadcast;
  if (file === null) return [outCall('sendMessage', () => params)];
  return [outCall(METHODS[file.type], () => ({ ...params, [file.type]: file.fileId }))];
}

const progressPayload = z.object({ broadcastId: z.uuid(), messageId: z.number().int().nullable() });

/** How far a broadcast is, in its author's chat. */
export function renderProgress(
  claim: ClaimedDelivery,
  { broadcast: material, language }: DeliveryMaterial,
): OutCall[] {
  const { messageId } = progressPayload.parse(claim.payload);
  if (material === null || material.shown === null) {
    throw new CannotSend('deleted before it was sent', 'deleted');
  }
  const html = progressText(language, material, material.shown);
  const body = { chat_id: claim.chatId, text: html, parse_mode: 'HTML' };
  if (messageId === null) return [outCall('sendMessage', () => body)];
  if (material.broadcast.progressBotId !== claim.botId) {
    throw new CannotSend('it stands in the chat of another bot', 'other_bot');
  }
  const keyboard = isUnderWay(material.shown.state)
    ? { reply_markup: broadcastStopKeyboard(language, material.shown.id) }
    : {};
  return [outCall('editMessageText', () => ({ ...body, message_id: messageId, ...keyboard }))];
}

const BAR = 12;

function bar(part: number): string {
  const full = Math.round(part * BAR);
  return `${'▰'.repeat(full)}${'▱'.repeat(BAR - full)} ${Math.round(part * 100)} %`;
}

function isReason(reason: string): reason is DeliveryReason {
  return DELIVERY_REASONS.some((known) => known === reason);
}

/** The numbers of a broadcast in words; what is nought is not said. */
export function progressText(
  language: Language,
  { broadcast, category }: BroadcastMaterial,
  shown: BroadcastResource,
): string {
  const { state, recipients, counts, failures } = shown;
  const segment = segmentLabel(language, broadcast.segment, category);
  const value = (number: number) => numeral(language, number);
  const through = recipients - counts.waiting;
  const underWay = state === 'SENDING' && recipients > 0;
  const lines = [
    t(language, `team.broadcast.head.${state}`),
    t(language, 'team.broadcast.to', { segment }),
    '',
    ...(underWay ? [bar(through / recipients)] : []),
    t(language, 'team.broadcast.sent', {
      sent: value(counts.sent),
      recipients: value(recipients),
    }),
  ];
  const { blocked, failed, unknown, waiting } = counts;
  if (blocked > 0) lines.push(t(language, 'team.broadcast.blocked', { blocked: value(blocked) }));
  if (failed > 0) lines.push(t(language, 'team.broadcast.failed', { failed: value(failed) }));
  for (const { reason, count } of failures) {
    const why = plain(language, `common.deliveryReason.${isReason(reason) ? reason : 'other'}`);
    lines.push(t(language, 'team.broadcast.failure', { count, reason: why }));
  }
  if (unknown > 0) lines.push(t(language, 'team.broadcast.unknown', { unknown: value(unknown) }));
  if (state === 'STOPPED' && waiting > 0) {
    lines.push(t(language, 'team.broadcast.notSent', { waiting: value(waiting) }));
  }
  return lines.join('\n');
}
