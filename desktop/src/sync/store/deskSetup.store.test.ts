import type { Macro } from '@tikethet/shared/contracts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleEvent } from '../testing/samples';
import { answerSetup, followSetup, keepSetup } from './deskSetup';
import { openTestReplica, type TestReplica } from './testing/openTestReplica';

let desk: TestReplica;
beforeEach(() => (desk = openTestReplica()));
afterEach(() => desk.dispose());

const macro = (name: string): Macro => ({
  id: randomUUID(),
  ownerId: null,
  name,
  texts: { ru: name, en: null },
  categoryIds: [],
  actions: { status: null, priority: null, addTags: [], assign: null },
  version: 1,
  updatedAt: '2026-11-23T10:00:00.000Z',
});

test('macros follow the feed; after a gap they are shown and asked for anew', () => {
  const { replica } = desk;
  const answer = answerSetup(replica, () => true, 'macros.list');
  const follow = (...events: Parameters<typeof followSetup>[1][]) =>
    replica.write(() => events.forEach((event) => followSetup(replica, event)));
  const first = macro('А');
  const second = macro('Б');
  // Not known at all: one fact does not make a list.
  follow(sampleEvent({ type: 'macro.changed', data: first }));
  expect(answer()).toBeNull();

  keepSetup(replica, 'macros.list', { items: [second] });
  follow(sampleEvent({ type: 'macro.changed', data: first }));
  expect(answer()).toEqual({ value: { items: [first, second] }, complete: true });
  follow(sampleEvent({ type: 'macro.deleted', data: { id: second.id } }));
  expect(answer()).toEqual({ value: { items: [first] }, complete: true });

  replica.write(() => replica.startGeneration());
  expect(answer()).toEqual({ value: { items: [first] }, complete: false });
  keepSetup(replica, 'macros.list', { items: [] });
  expect(answer()).toEqual({ value: { items: [] }, complete: true });
});
