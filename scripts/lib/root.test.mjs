import { describe, expect, it } from 'vitest';
import { checkNode, Failure } from './root.mjs';

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('takes Node %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['18.20.0', '20.18.3'])('refuses Node %s and says what to do', (version) => {
    expect(() => checkNode(version)).toThrow(Failure);
    expect(() => checkNode(version)).toThrow(/20\.19.*install/);
  });
});
