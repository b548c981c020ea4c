import type { PageEvent } from '../../pageApi/events';
import type { ChatView, StateView } from '../../pageApi/views';

const timeoutMs = 15_000;
const uploadTimeoutMs = 120_000;

async function ask<T>(path: string, init: RequestInit = {}, limit = timeoutMs): Promise<T> {
  const response = await fetch(`./api${path}`, { ...init, signal: AbortSignal.timeout(limit) });
  const body = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(body.error ?? response.statusText);
  return body;
}

export const readState = () => ask<StateView>('/state');

export function readChat(personId: number, before?: number): Promise<ChatView> {
  return ask(`/people/${personId}/chat${before === undefined ? '' : `?before=${before}`}`);
}

/** What a person does; the server's twin is pageApi/actions.ts. */
export type Action =
  | { type: 'start'; payload?: string }
  | { type: 'join' | 'leave' | 'block' | 'unblock' | 'contact' }
  | { type: 'edit'; messageId: number; text: string }
  | { type: 'press'; messageId: number; data: string }
  | { type: 'react'; messageId: number; emoji: string }
  | { type: 'location'; latitude: number; longitude: number }
  | { type: 'read'; messageId: number }
  | { type: 'openApp'; startParam?: string };

export function act<T = object>(personId: number, action: Action): Promise<T> {
  return ask(`/people/${personId}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  });
}

export interface Draft {
  text: string;
  replyTo?: number;
  /** Part of the message replied to. */
  quote?: string;
  files: File[];
  as: 'photo' | 'document' | 'video' | 'voice';
}

export function sendMessage(personId: number, draft: Draft): Promise<object> {
  const form = new FormData();
  form.set('text', draft.text);
  form.set('as', draft.as);
  if (draft.replyTo !== undefined) form.set('replyTo', String(draft.replyTo));
  if (draft.quote !== undefined) form.set('quote', draft.quote);
  for (const file of draft.files) form.append('files', file, file.name);
  return ask(`/people/${personId}/messages`, { method: 'POST', body: form }, uploadTimeoutMs);
}

export const fileUrl = (fileId: string) => `./api/files/${encodeURIComponent(fileId)}`;

/** Live events; `onLink` tells when the stream opens and breaks (the browser reconnects by itself). */
export function listen(onEvent: (event: PageEvent) => void, onLink: (up: boolean) => void) {
  const source = new EventSource('./api/events');
  source.onopen = () => onLink(true);
  source.onerror = () => onLink(false);
  source.onmessage = ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data) as PageEvent);
  return () => source.close();
}
