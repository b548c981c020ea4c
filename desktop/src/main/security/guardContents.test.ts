import { expect, test } from 'vitest';
import { CONSOLE_URL, isConsoleUrl } from '../protocols/consoleUrl';
import { CONTENT_SECURITY_POLICY } from './contentSecurityPolicy';
import { isPermitted } from './guardContents';

test('the console may write to the clipboard, nobody may do anything else', () => {
  expect(isPermitted('clipboard-sanitized-write', CONSOLE_URL)).toBe(true);
  expect(isPermitted('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
  for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'hid']) {
    expect(isPermitted(permission, CONSOLE_URL)).toBe(false);
  }
});

test.each(['tikethet-app://consol', 'tikethet-app://console.evil/', 'https://console/', 'console'])(
  '%s is not the console',
  (address) => expect(isConsoleUrl(address)).toBe(false),
);

test('the policy lets no foreign script, connection or frame in', () => {
  const directives = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self'");
  expect(directives.get('connect-src')).toBe("'none'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
});
