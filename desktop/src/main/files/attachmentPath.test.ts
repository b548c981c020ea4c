import { expect, test } from 'vitest';
import { attachmentPath, savablePath } from './attachmentPath';

const id = '01890000-0000-7000-8000-000000000000';

test('an attachment keeps its path and loses its signature', () => {
  const path = `/api/v1/attachments/${id}/content`;
  expect(attachmentPath(`${path}?e=1&s=staff&sig=abc`)).toBe(path);
  expect(attachmentPath(`${path}#x`)).toBe(path);
});

test('a face may be shown, not saved', () => {
  const path = `/api/v1/avatars/${id}/0a1b2c3d`;
  expect(attachmentPath(path)).toBe(path);
  expect(savablePath(path)).toBeNull();
});

test.each([
  '/api/v1/tickets',
  `/api/v1/avatars/${id}`,
  `/api/v1/avatars/${id}/../../tickets`,
  '/api/v1/attachments/',
  '/api/v1/attachments/../tickets',
  '/api/v1/attachments/%2e%2e/tickets',
  `/api/v1/attachments/${id}/..%2f..%2ftickets`,
  `/api/v1/attachments/${id}\\..\\..\\auth`,
  `//evil.example/api/v1/attachments/${id}`,
  `https://evil.example/api/v1/attachments/${id}`,
  `/api/v1/attachments/${'a'.repeat(3_000)}`,
])('%s is no attachment', (address) => {
  expect(attachmentPath(address)).toBeNull();
});

test('an export may be saved, but is no attachment', () => {
  const path = '/api/v1/exports/audit/eyJsYW5ndWFnZSI6InJ1In0';
  expect(savablePath(`${path}?e=1&s=customer:${id}&sig=abc`)).toBe(path);
  expect(attachmentPath(path)).toBeNull();
  expect(savablePath(`/api/v1/attachments/${id}/content`)).not.toBeNull();
  for (const other of ['/api/v1/exports', `${path}/..`, `${path}%2e`, '/api/v1/audit/export']) {
    expect(savablePath(other)).toBeNull();
  }
});
