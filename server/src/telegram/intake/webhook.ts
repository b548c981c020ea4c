import { createHash, timingSafeEqual } from 'node:crypto';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { AppError } from '@tikethet/shared/errors';
import { z } from 'zod';
import type { Desk } from '../../domain/desk';
import { botIdOf, type TelegramSettings } from '../settings';
import { receiveUpdates } from './receive';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
const update = z.looseObject({ update_id: z.number().int().nonnegative() });

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares in a time that tells nothing; without a secret nobody knows it. */
function knowsSecret(given: string | undefined, secret: string | null): boolean {
  if (secret === null) return false;
  return timingSafeEqual(digest(given ?? ''), digest(secret));
}

/**
 * The door for Telegram's webhook, `POST /webhook/<bot id>`: an update is in the ledger before the
 * answer. The bot stands in the address, so that what Telegram still has for another one never
 * passes for this one's.
 * @param settings as they are now
 * @throws (to the error handler) AppError `invalid_webhook_secret`, `not_found`, `validation_failed`
 */
export function webhookRouter(
  desk: Desk,
  settings: () => Pick<TelegramSettings, 'token' | 'webhookSecret'>,
): Router {
  const router = Router();
  const authenticate = (request: Request, _response: Response, next: NextFunction): void => {
    if (!knowsSecret(request.get(SECRET_HEADER), settings().webhookSecret)) {
      throw new AppError('invalid_webhook_secret');
    }
    next();
  };
  router.post(
    '/webhook/:botId',
    authenticate,
    express.json({ limit: '1mb' }),
    async (request, response) => {
      const botId = botIdOf(settings().token);
      if (request.params.botId !== String(botId)) {
        throw new AppError('not_found', { resource: 'bot' });
      }
      const parsed = update.safeParse(request.body);
      if (!parsed.success) {
        throw new AppError('validation_failed', {
          issues: [{ path: 'update_id', message: 'not an update of Telegram' }],
        });
      }
      await receiveUpdates(desk, botId, [parsed.data]);
      response.json({ ok: true });
    },
  );
  return router;
}
