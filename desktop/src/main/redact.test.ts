import { expect, test } from 'vitest';
import { redact } from './redact';

test.each([
  ['token eyJhbGciOi.eyJzdWIi.c2ln end', 'token [token] end'],
  ['authorization: Bearer abc.def', 'authorization: Bearer [token]'],
  [
    'GET https://desk.example/api/v1/tickets?search=Иванов 500',
    'GET https://desk.example/api/v1/tickets 500',
  ],
  ['{"refreshToken":"r1.abc"}', '{"refreshToken":[token]}'],
  ['from ivan@example.com', 'from [mail]'],
  ['call +7 (900) 123-45-67', 'call [phone]'],
  ['sync engine ended 9', 'sync engine ended 9'],
])('%s', (line, kept) => expect(redact(line)).toBe(kept));
