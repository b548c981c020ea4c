import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Logger } from 'pino';
import { z } from 'zod';
import { SYSTEM } from '../../domain/context';
import { claimDeliveries, type ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import { expireClaims, finishDelivery } from '../../domain/deliveries/finishDelivery';
import { loadDelivery, type DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import type { DeliveryOutcome } from '../../domain/deliveries/outcome';
import type { DeliveryKind } from '../../domain/deliveries/queueDelivery';
import type { Desk } from '../../domain/desk';
import { WakeLoop } from '../../platform/wakeLoop';
import { describeFailure } from '../api';
import { CALL_TIMEOUT, FILE_TIMEOUT, type OutCall } from './call';
import { classify, isTokenRefused, tryLater } from './classify';
import { makeCall } from './makeCall';
import { renderAlert } from './renderAlert';
import { renderCall, renderStatus } from './renderAnnouncement';
import { renderBroadcast, renderProgress } from './renderBroadcast';
import { renderDeletion, renderEdit } from './renderEdit';
import { renderInvitation } from './renderInvitation';
import { renderMenu } from './renderMenu';
import { renderNotice, renderNoticeEdit } from './renderNotice';
import { renderMessage } from './renderMessage';
import { renderReaction } from './renderReaction';
import type { RenderDeps } from './view';
import { renderRole } from './renderRole';

/** Calls on their way at the same time, each in another chat. */
const PARALLEL = 20;
/** Milliseconds: how soon what another process queued is found. */
const POLL = 1_000;
/** Milliseconds between a call's time limit and the end of its claim: to write down its outcome. */
const LEASE_SLACK = 10_000;
/** Milliseconds that a shutdown waits for answers of Telegram. */
const STOP_PATIENCE = 5_000;
/** Tries to write down an outcome before the claim runs out by itself. */
const FINISH_TRIES = 3;

export interface SenderDeps extends RenderDeps {
  desk: Desk;
  api: Api;
  log: Logger;
  botId: number;
  /** Called when Telegram refuses the token. */
  onTokenRefused: () => void;
}

type Render = (deps: RenderDeps, claim: ClaimedDelivery, material: DeliveryMaterial) => OutCall[];

const RENDERERS = {
  MESSAGE: renderMessage,
  MESSAGE_EDIT: renderEdit,
  MESSAGE_DELETE: (_deps, claim, material) => renderDeletion(claim, material),
  REACTION: (_deps, claim, material) => renderReaction(claim, material),
  STATUS: renderStatus,
  NOTICE: (_deps, claim, material) => renderNotice(claim, material),
  NOTICE_EDIT: (_deps, claim, material) => renderNoticeEdit(claim, material),
  ROLE: (_deps, claim, material) => renderRole(claim, material),
  INVITATION: (_deps, claim, material) => renderInvitation(claim, material),
  BROADCAST: (_deps, claim, material) => renderBroadcast(claim, material),
  BROADCAST_PROGRESS: (_deps, claim, material) => renderProgress(claim, material),
  MENU: renderMenu,
  ALERT: (_deps, claim, material) => renderAlert(claim, material),
  CALL: (_deps, claim) => renderCall(claim),
} as const satisfies Record<DeliveryKind, Render>;

const sentMessage = z.object({ message_id: z.number().int() });

/** Ids of the messages that a call has made; calls that make none answer `true`. */
function messagesOf(result: unknown): number[] {
  const list = Array.isArray(result) ? result : [result];
  return list.flatMap((one) => {
    const parsed = sentMessage.safeParse(one);
    return parsed.success ? [parsed.data.message_id] : [];
  });
}

/** What need not be tried to know how it ends; a person who asks again gets a real try. */
function withoutCall(
  claim: ClaimedDelivery,
  { botBlocked }: DeliveryMaterial,
  botId: number,
): DeliveryOutcome | null {
  if (claim.botId !== null && claim.botId !== botId) {
    return { state: 'FAILED', reason: 'other_bot', detail: `queued for the bot ${claim.botId}` };
  }
  if (botBlocked && claim.resends === 0) {
    return { state: 'FAILED', reason: 'blocked_by_user', detail: 'known before it was tried' };
  }
  return null;
}

function leaseOf(kind: DeliveryKind): number {
  return (kind === 'MESSAGE' ? FILE_TIMEOUT : CALL_TIMEOUT) + LEASE_SLACK;
}

/**
 * The one place that writes to people's chats. A claim is committed before its call and its outcome
 * after, so that a process which dies between leaves "unknown" and nothing is sent twice.
 */
export class Sender {
  readonly #inFlight = new Set<Promise<void>>();
  readonly #loop: WakeLoop;
  readonly #expiry: WakeLoop;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly deps: SenderDeps) {
    this.#loop = new WakeLoop({
      every: POLL,
      work: () => this.#round(),
      onError: (error) =>
        deps.log.error({ err: error }, 'telegram: deliveries could not be claimed'),
    });
    this.#expiry = new WakeLoop({
      every: POLL,
      work: () => this.#expire(),
      onError: (error) =>
        deps.log.error({ err: error }, 'telegram: expired claims could not be closed'),
    });
  }

  wake(): void {
    this.#loop.wake();
  }

  /** Waits a while for the calls on their way; one that Telegram leaves open ends as unknown. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await Promise.all([this.#loop.stop(), this.#expiry.stop()]);
    const patience = new AbortController();
    await Promise.race([
      Promise.all(this.#inFlight),
      pause(STOP_PATIENCE, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
  }

  async #round(): Promise<void> {
    const { desk, botId } = this.deps;
    const room = PARALLEL - this.#inFlight.size;
    if (room === 0) return;
    const { claimed, nextAt } = await desk.run(SYSTEM, (ctx) =>
      claimDeliveries(ctx, botId, room, leaseOf),
    );
    for (const claim of claimed) this.#begin(claim);
    if (nextAt !== null) this.#wakeAt(nextAt);
  }

  #wakeAt(at: Date): void {
    clearTimeout(this.#timer);
    const wait = Math.max(1, at.getTime() - this.deps.desk.clock().getTime());
    if (wait < POLL) this.#timer = setTimeout(() => this.wake(), wait);
  }

  #begin(claim: ClaimedDelivery): void {
    const sending = this.#send(claim)
      .catch((error: unknown) => {
        this.deps.log.error({ err: error, deliveryId: claim.id }, 'telegram: outcome not recorded');
      })
      .finally(() => {
        this.#inFlight.delete(sending);
        this.wake();
      });
    this.#inFlight.add(sending);
  }

  async #send(claim: ClaimedDelivery): Promise<void> {
    const { desk, botId, log } = this.deps;
    const outcome = await this.#perform(claim);
    if (outcome.state !== 'SENT') {
      const { state, reason } = outcome;
      log.info({ deliveryId: claim.id, kind: claim.kind, state, reason }, 'telegram: not sent');
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        await desk.run(SYSTEM, (ctx) => finishDelivery(ctx, botId, claim, outcome));
        return;
      } catch (error) {
        if (attempt === FINISH_TRIES) throw error;
        await pause(500 * attempt);
      }
    }
  }

  async #perform(claim: ClaimedDelivery): Promise<DeliveryOutcome> {
    const { desk, botId, api } = this.deps;
    let material: DeliveryMaterial;
    try {
      material = await loadDelivery(desk.db, botId, claim);
    } catch (error) {
      return tryLater('unreachable', describeFailure(error), claim.attempts, desk.clock());
    }
    const idle = withoutCall(claim, material, botId);
    if (idle !== null) return idle;
    let call: OutCall | null = null;
    let more = false;
    try {
      const calls = RENDERERS[claim.kind](this.deps, claim, material);
      call = calls[claim.partsSent] ?? null;
      more = claim.partsSent + 1 < calls.length;
      if (call === null) return { state: 'SENT', parts: [], removed: [], more: false };
      const occasion = { reader: material.reader, clock: desk.clock, until: claim.leaseUntil };
      const { result, call: taken } = await makeCall(api, call, occasion);
      const { hasCaption, removes, part = claim.partsSent } = taken;
      const parts = messagesOf(result).map((telegramMessageId, index) => ({
        telegramMessageId,
        part,
        hasCaption: hasCaption && index === 0,
      }));
      return { state: 'SENT', parts, removed: removes, more };
    } catch (error) {
      if (isTokenRefused(error)) this.deps.onTokenRefused();
      const outcome = classify(error, call, claim.attempts, desk.clock());
      // What is so already needs no call; the next one may.
      return outcome.state === 'SENT' ? { ...outcome, more } : outcome;
    }
  }

  /** Claims of processes that died; one transaction each, since each locks its ticket. */
  async #expire(): Promise<void> {
    const { desk, botId } = this.deps;
    const expired = await desk.run(SYSTEM, (ctx) => expireClaims(ctx, botId));
    if (expired > 0) this.#expiry.wake();
  }
}
