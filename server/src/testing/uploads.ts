import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Attachment } from '@tikethet/shared/contracts';
import { expect } from 'vitest';
import type { ApiPerson, TestApi } from './testApi';

export const ATTACHMENTS = '/api/v1/attachments';

/** A multipart body of one file. */
export function fileForm(body: Buffer, name: string, field = 'file'): FormData {
  const data = new FormData();
  data.append(field, new Blob([new Uint8Array(body)]), name);
  return data;
}

export function postUpload(
  who: ApiPerson,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return who.request(ATTACHMENTS, { method: 'POST', body, headers });
}

/** Uploads a file that must be accepted. */
export async function upload(who: ApiPerson, body: Buffer, name: string): Promise<Attachment> {
  const response = await postUpload(who, fileForm(body, name));
  const answer: unknown = await response.json();
  expect([response.status, answer]).toEqual([201, expect.anything()]);
  return answer as Attachment;
}

/** `422 validation_failed` and so on. */
export async function refusal(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string } };
  return `${response.status} ${error.code}`;
}

/** Fetches an address as a browser does, without a token. */
export async function download(
  api: TestApi,
  url: string,
  headers: Record<string, string> = {},
): Promise<{ response: Response; body: Buffer }> {
  const response = await fetch(api.url + url, { headers });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

/** Every file that lies in the store, half-written ones too. */
export function storedFiles(api: TestApi): string[] {
  return readdirSync(api.storageRoot, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(api.storageRoot, name)).isFile());
}

/** Does something that must leave neither a file nor a row. */
export async function expectNothingLeft(api: TestApi, work: () => Promise<unknown>): Promise<void> {
  const rows = () => api.db('attachments').select('id').orderBy('id');
  const before = [storedFiles(api), await rows()];
  await work();
  expect([storedFiles(api), await rows()]).toEqual(before);
}
