import log from 'electron-log/main';
import { join } from 'node:path';
import { redact } from './redact';

/** What the parts of main need of the log. */
export interface Log {
  info(...parts: unknown[]): void;
  warn(...parts: unknown[]): void;
  error(...parts: unknown[]): void;
}

function plain(value: unknown): string {
  if (value instanceof Error) return redact(value.stack ?? `${value.name}: ${value.message}`);
  return redact(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));
}

/**
 * Starts the log file (`logs/main.log` under the user data; a megabyte, and one older). It holds
 * states, codes and stack traces: no texts of tickets, no names, no tokens.
 */
export function startLog(folder: string): Log {
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'main.log');
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = 'warn';
  log.hooks.push((message) => ({ ...message, data: message.data.map(plain) }));
  log.errorHandler.startCatching({ showDialog: false });
  return log;
}
