import { createTag, deleteTag, mergeTag, updateTag } from '../../domain/tags/changeTags';
import { countTags, listTags } from '../../domain/tags/listTags';
import type { Handlers } from '../handler';

export const tagHandlers = {
  'tags.list': async (ctx) => ({ items: await listTags(ctx) }),
  'tags.usage': async (ctx) => ({ items: await countTags(ctx) }),
  'tags.create': createTag,
  'tags.update': updateTag,
  'tags.merge': mergeTag,
  'tags.delete': deleteTag,
} satisfies Handlers<
  'tags.list' | 'tags.usage' | 'tags.create' | 'tags.update' | 'tags.merge' | 'tags.delete'
>;
