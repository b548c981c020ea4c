import { describe, expect, it } from 'vitest';
import { newId } from '../../db/ids';
import { CALLBACK_ARGS, callbackData, parseCallback, shorten } from './data';

describe('button data', () => {
  const [a, b] = [newId(), newId()];

  it('comes back as it was', () => {
    expect(parseCallback(callbackData('cat', shorten(a), shorten(b)))).toEqual({
      code: 'cat',
      args: [a, b],
    });
    expect(parseCallback(callbackData('rate', shorten(a), 4))).toEqual({
      code: 'rate',
      args: [a, 4],
    });
    expect(parseCallback('list')).toEqual({ code: 'list', args: [] });
  });

  it('fits into 64 bytes', () => {
    const longest = callbackData('cat', shorten(a), shorten(b));
    expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(64);
    for (const code of Object.keys(CALLBACK_ARGS)) expect(code.length).toBeLessThan(9);
  });

  it.each(['', 'cat', 'cat:x:y', 'rate:1:9', '__proto__', 'list:1', 'toString:1', 'pri::', ':'])(
    'is not read when it is none of ours: %s',
    (data) => {
      expect(parseCallback(data)).toBeNull();
    },
  );
});
