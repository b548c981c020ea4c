import { z } from 'zod';
import { id, language, line, noContent, none } from './common';
import { operation } from './operation';
import { availability, me, preferencesChange, user } from './users';

export const tokens = z
  .object({
    accessToken: z.string().describe('bearer token, lives 15 minutes'),
    expiresIn: z.number().int().describe('seconds'),
    refreshToken: z.string(),
    sessionId: id,
    user,
  })
  .meta({ id: 'Tokens' });
export type Tokens = z.infer<typeof tokens>;

export const signInWithTelegram = operation({
  id: 'auth.telegram',
  method: 'POST',
  path: '/auth/telegram',
  summary: 'Sign in with the initData that Telegram gave the Mini App',
  access: 'public',
  input: z.strictObject({ initData: z.string().min(1).max(8192) }),
  output: tokens,
  status: 200,
  errors: ['invalid_init_data', 'expired_init_data', 'account_blocked'],
});

export const refreshSession = operation({
  id: 'auth.refresh',
  method: 'POST',
  path: '/auth/refresh',
  summary: 'Exchange a refresh token for its successor; reuse of an older one ends the session',
  access: 'public',
  input: z.strictObject({ refreshToken: z.string().min(1).max(500) }),
  output: tokens,
  status: 200,
  errors: ['invalid_refresh_token', 'session_revoked', 'account_blocked'],
});

export const signOut = operation({
  id: 'auth.logout',
  method: 'POST',
  path: '/auth/logout',
  summary: 'End the session: its tokens and sockets die at once',
  access: 'public',
  input: z.strictObject({ refreshToken: z.string().min(1).max(500) }),
  output: noContent,
  status: 204,
  errors: ['invalid_refresh_token'],
});

export const startDeviceSignIn = operation({
  id: 'auth.device',
  method: 'POST',
  path: '/auth/device',
  summary: 'Begin signing in a device (RFC 8628); the person approves it in the bot',
  access: 'public',
  input: z.strictObject({ deviceName: line(100) }),
  output: z.object({
    deviceCode: z.string(),
    userCode: z.string(),
    verificationUrl: z.string(),
    interval: z.number().int().describe('seconds between polls'),
    expiresIn: z.number().int().describe('seconds'),
  }),
  status: 200,
  errors: [],
});

export const pollDeviceSignIn = operation({
  id: 'auth.deviceToken',
  method: 'POST',
  path: '/auth/device/token',
  summary: 'Ask whether the person has approved the device',
  access: 'public',
  input: z.strictObject({ deviceCode: z.string().min(1).max(200) }),
  output: tokens,
  status: 200,
  errors: [
    'authorization_pending',
    'slow_down',
    'access_denied',
    'expired_token',
    'invalid_device_code',
    'account_blocked',
  ],
});

export const getMe = operation({
  id: 'auth.me',
  method: 'GET',
  path: '/auth/me',
  summary: 'The signed-in person',
  access: 'person',
  input: none,
  output: me,
  status: 200,
  errors: [],
});

export const updateProfile = operation({
  id: 'auth.profile',
  method: 'PUT',
  path: '/auth/profile',
  summary: 'Change one’s own language, shown name or preferences',
  access: 'person',
  input: z.strictObject({
    language: language.optional(),
    displayName: line(64).nullable().optional().describe('null: the name from Telegram'),
    preferences: preferencesChange.optional().describe('what is absent stays'),
    availability: availability.optional().describe('seen by colleagues'),
  }),
  output: me,
  status: 200,
  errors: [],
});
