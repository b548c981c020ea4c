import { GrammyError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { DELIVERY_REASONS } from '@tikethet/shared/deliveries';
import { commonEn } from '@tikethet/shared/locales/common.en';
import { commonRu } from '@tikethet/shared/locales/common.ru';
import { NotDoneError } from '../api';
import { CannotSend, outCall } from './call';
import { classify } from './classify';

const NOW = new Date('2026-11-23T10:00:00.000Z');
const send = outCall('sendMessage', () => ({}));
const edit = outCall('editMessageText', () => ({}));

function refusal(code: number, description: string, parameters = {}): GrammyError {
  return new GrammyError(
    'refused',
    { ok: false, error_code: code, description, parameters },
    'sendMessage',
    {},
  );
}

/** What Telegram says, what becomes of the message, and why, as staff are told. */
const REFUSALS: [code: number, words: string, state: string, reason: string][] = [
  [403, 'Forbidden: bot was blocked by the user', 'FAILED', 'blocked_by_user'],
  [403, 'Forbidden: user is deactivated', 'FAILED', 'user_deactivated'],
  [400, 'Bad Request: INPUT_USER_DEACTIVATED', 'FAILED', 'user_deactivated'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'FAILED', 'not_started'],
  [400, 'Bad Request: group chat was upgraded to a supergroup chat', 'FAILED', 'chat_migrated'],
  [403, 'Forbidden: bot was kicked from the group chat', 'FAILED', 'no_rights'],
  [403, 'Forbidden: bot is not a member of the channel chat', 'FAILED', 'no_rights'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'FAILED', 'no_rights'],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'FAILED', 'no_rights'],
  [400, 'Bad Request: chat not found', 'FAILED', 'chat_not_found'],
  [400, 'Bad Request: PEER_ID_INVALID', 'FAILED', 'chat_not_found'],
  [400, 'Bad Request: message is too long', 'FAILED', 'too_long'],
  [400, 'Bad Request: MEDIA_CAPTION_TOO_LONG', 'FAILED', 'too_long'],
  [400, 'Bad Request: message caption is too long', 'FAILED', 'too_long'],
  [413, 'Request Entity Too Large', 'FAILED', 'too_large'],
  [400, 'Bad Request: file is too big', 'FAILED', 'too_large'],
  [400, "Bad Request: can't parse entities: Unsupported start tag", 'FAILED', 'bad_formatting'],
  [400, 'Bad Request: wrong file identifier/HTTP URL specified', 'FAILED', 'bad_file'],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', 'FAILED', 'bad_file'],
  [400, 'Bad Request: IMAGE_PROCESS_FAILED', 'FAILED', 'bad_file'],
  [400, 'Bad Request: VOICE_MESSAGES_FORBIDDEN', 'FAILED', 'voice_forbidden'],
  [400, "Bad Request: message can't be edited", 'FAILED', 'edit_refused'],
  [400, "Bad Request: message can't be deleted for everyone", 'FAILED', 'edit_refused'],
  [400, 'Bad Request: message to edit not found', 'FAILED', 'edit_refused'],
  [400, 'Bad Request: something nobody has seen before', 'FAILED', 'other'],
  [429, 'Too Many Requests: retry after 7', 'QUEUED', 'rate_limited'],
  [401, 'Unauthorized', 'QUEUED', 'token_revoked'],
  [404, 'Not Found', 'QUEUED', 'token_revoked'],
  [404, 'Not Found: method not found', 'FAILED', 'other'],
];

describe('what Telegram says', () => {
  it.each(REFUSALS)('%i %s: %s, %s', (code, words, state, reason) => {
    const parameters = code === 429 ? { retry_after: 7 } : {};
    const outcome = classify(refusal(code, words, parameters), send, 1, NOW);
    expect(outcome).toMatchObject({ state, reason, detail: words });
  });

  it('has words for staff in both languages for every reason', () => {
    for (const texts of [commonRu, commonEn]) {
      const said = DELIVERY_REASONS.map((reason) => texts.deliveryReason[reason]);
      expect(said.every((text) => text.length > 10)).toBe(true);
      expect(new Set(said).size).toBe(DELIVERY_REASONS.length);
    }
  });

  it('means that what was wanted is so', () => {
    for (const words of ['message is not modified: same', 'message to delete not found']) {
      expect(classify(refusal(400, `Bad Request: ${words}`), edit, 1, NOW).state).toBe('SENT');
    }
  });

  it('silences a chat for as long as it wants, and everything when the token is refused', () => {
    const limited = refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 });
    expect(classify(limited, send, 3, NOW)).toMatchObject({
      pause: 'rate_limited',
      retryAt: new Date(NOW.getTime() + 7_000),
    });
    expect(classify(refusal(401, 'Unauthorized'), send, 3, NOW)).toMatchObject({
      pause: 'token_revoked',
    });
  });

  it('moves on to the chat that took the place of an old one', () => {
    const moved = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -100_777,
    });
    expect(classify(moved, send, 1, NOW)).toMatchObject({ state: 'QUEUED', moveTo: -100_777 });
  });
});

describe('what Telegram does not say', () => {
  const timeout = Object.assign(new Error('x'), { name: 'TimeoutError', message: 'TimeoutError' });

  it('leaves a sent message unknown, and repeats only what has the effect of once', () => {
    expect(classify(timeout, send, 1, NOW)).toEqual({
      state: 'UNKNOWN',
      reason: 'no_answer',
      detail: 'timed out',
    });
    expect(classify(timeout, edit, 1, NOW)).toMatchObject({ state: 'QUEUED', reason: 'no_answer' });
    expect(classify(timeout, edit, 5, NOW).state).toBe('UNKNOWN');
  });

  it('waits longer and longer where nothing was done, and gives a broken server up', () => {
    const down = new NotDoneError('Telegram answered 502', 502);
    const waits = [1, 2, 3, 9].map((attempts) => {
      const outcome = classify(down, send, attempts, NOW);
      return outcome.state === 'QUEUED' ? outcome.retryAt.getTime() - NOW.getTime() : null;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 30_000]);
    expect(classify(down, send, 12, NOW)).toMatchObject({
      state: 'FAILED',
      reason: 'telegram_down',
    });
    const unreachable = new NotDoneError('ECONNREFUSED', null);
    expect(classify(unreachable, send, 500, NOW)).toMatchObject({
      state: 'QUEUED',
      reason: 'unreachable',
    });
    const page = new NotDoneError('Telegram answered 413', 413);
    expect(classify(page, send, 1, NOW)).toMatchObject({ state: 'FAILED', reason: 'too_large' });
  });

  it('says why nothing could be sent at all', () => {
    expect(classify(new CannotSend('gone', 'deleted'), null, 1, NOW)).toEqual({
      state: 'FAILED',
      reason: 'deleted',
      detail: 'gone',
    });
  });
});
