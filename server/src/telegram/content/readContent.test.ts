import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { readContent } from './readContent';

const file = { file_id: 'F', file_unique_id: 'U', file_size: 9 };
const chat = { id: 1, type: 'private', first_name: 'A' };
const read = (content: object) =>
  readContent({ message_id: 1, date: 0, chat, from: { id: 1 }, ...content } as unknown as Message);

describe('readContent', () => {
  it.each<[string, object, object]>([
    ['text', { text: ' a  ' }, { kind: 'TEXT', text: ' a  ' }],
    [
      'a photo',
      { photo: [file, { ...file, file_id: 'L' }] },
      { kind: 'PHOTO', file: { telegramFileId: 'L' } },
    ],
    [
      'a document',
      { document: { ...file, file_name: 'a.txt' } },
      { kind: 'DOCUMENT', file: { fileName: 'a.txt' } },
    ],
    ['an animation', { animation: file, document: file }, { kind: 'ANIMATION' }],
    ['a voice message', { voice: file }, { kind: 'VOICE', file: { contentType: 'audio/ogg' } }],
    ['music', { audio: file, caption: 'c' }, { kind: 'AUDIO', text: 'c' }],
    ['a video', { video: file }, { kind: 'VIDEO' }],
    [
      'a video note',
      { video_note: { ...file, length: 240 } },
      { kind: 'VIDEO_NOTE', file: { width: 240, height: 240 } },
    ],
    [
      'a sticker',
      { sticker: { ...file, emoji: '😺', is_animated: true } },
      { kind: 'STICKER', extra: { emoji: '😺' }, file: { fileName: 'sticker.tgs' } },
    ],
    [
      'a location',
      { location: { latitude: 1, longitude: 2 } },
      { kind: 'LOCATION', text: '', extra: { latitude: 1, longitude: 2 } },
    ],
    [
      'a venue',
      { venue: { title: 'Кафе', address: 'ул. 1' }, location: { latitude: 1, longitude: 2 } },
      { kind: 'LOCATION', text: 'Кафе\nул. 1' },
    ],
    [
      'a contact',
      { contact: { phone_number: '+7', first_name: 'Я', last_name: 'Н' } },
      { kind: 'CONTACT', extra: { phoneNumber: '+7', contactName: 'Я Н' } },
    ],
    [
      'a die',
      { dice: { emoji: '🎯', value: 6 } },
      { kind: 'OTHER', text: '🎯 6', extra: { other: 'DICE', emoji: '🎯' } },
    ],
    [
      'a poll',
      { poll: { question: 'Да?', options: [{ text: 'да' }] } },
      { kind: 'OTHER', text: 'Да?\n• да', extra: { other: 'POLL' } },
    ],
    [
      'a story',
      { story: { id: 7, chat: { username: 'x' } } },
      { kind: 'OTHER', text: 'https://t.me/x/s/7', extra: { other: 'STORY' } },
    ],
    [
      'a list',
      { checklist: { title: 'Т', tasks: [{ text: 'a', completion_date: 1 }, { text: 'b' }] } },
      { text: 'Т\n☑ a\n☐ b', extra: { other: 'CHECKLIST' } },
    ],
    [
      'an invoice',
      { invoice: { title: 'a', description: 'b' } },
      { text: 'a\nb', extra: { other: 'INVOICE' } },
    ],
    [
      'a game',
      { game: { title: 'g', description: '', photo: [file] } },
      { text: 'g', extra: { other: 'GAME' } },
    ],
    [
      'paid media with its file',
      { paid_media: { star_count: 1, paid_media: [{ type: 'photo', photo: [file] }] } },
      { kind: 'OTHER', extra: { other: 'PAID_MEDIA' }, file: { telegramFileId: 'F' } },
    ],
    [
      'something of the future with its file and text',
      {
        hologram: {
          depth: 3,
          body: { ...file, thumbnail: { file_id: 't', file_unique_id: 't' } },
          blocks: [{ text: 'привет' }],
        },
      },
      {
        kind: 'OTHER',
        text: 'привет',
        extra: { other: 'UNKNOWN' },
        file: { telegramFileId: 'F', telegramUniqueId: 'U' },
      },
    ],
    [
      'something of the future with a caption',
      { hologram: { depth: 3 }, caption: 'вот' },
      { text: 'вот' },
    ],
  ])('reads %s', (_name, content, expected) => {
    expect(read(content)).toMatchObject(expected);
  });

  it.each([
    ['a join', { new_chat_members: [] }],
    ['a pin', { pinned_message: { message_id: 2 } }],
    ['a permission', { write_access_allowed: {} }],
    ['a gift', { gift: { id: 1 } }],
    ['nothing', {}],
  ])('is not content: %s', (_name, content) => {
    expect(read(content)).toBeNull();
  });

  it('takes formatting, quotes and albums', () => {
    const content = read({
      caption: 'a жир',
      caption_entities: [{ type: 'bold', offset: 2, length: 3 }],
      photo: [file],
      media_group_id: '5',
      quote: { text: 'это', position: 0, is_manual: true },
    });
    expect(content).toMatchObject({
      words: { content: 'a **жир**', format: 'markdown' },
      text: 'a жир',
      mediaGroupId: '5',
      quote: 'это',
    });
  });
});
