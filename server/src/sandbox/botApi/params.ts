import { badRequest } from './apiError';

export interface Upload {
  name: string;
  body: Buffer;
}

/**
 * Parameters of one call. Telegram takes them from the query, a form, multipart or JSON, so a number
 * may come as text and an object as its JSON; these readers accept both, like Telegram.
 */
export class Params {
  constructor(
    readonly values: Readonly<Record<string, unknown>>,
    readonly uploads: ReadonlyMap<string, Upload> = new Map(),
  ) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return undefined;
  }

  int(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined || !/^-?\d{1,16}$/.test(text.trim())) return undefined;
    return Number(text);
  }

  number(name: string): number | undefined {
    const value = Number(this.text(name) ?? Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  }

  flag(name: string): boolean {
    return ['true', '1', 'yes'].includes((this.text(name) ?? '').toLowerCase());
  }

  /** An object or array, given as such or as JSON text; undefined when absent or empty. */
  json(name: string): unknown {
    const value = this.values[name];
    if (typeof value !== 'string') return value ?? undefined;
    if (value.trim() === '') return undefined;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
    }
  }
}
