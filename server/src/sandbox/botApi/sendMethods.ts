import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { FileKind, TgMessage } from '../types';
import { reachablePerson, type World } from '../world';
import { badRequest } from './apiError';
import { forwardFields, postAsBot, readCaption, readText, textFields } from './compose';
import type { MessageContent } from './compose';
import { fileContent, readInputFile } from './inputFile';
import { Params } from './params';

/** One Bot API method; the returned value becomes `result`. */
export type Method = (world: World, params: Params) => unknown;

const groupItem = z.object({
  type: z.enum(['photo', 'video', 'document', 'audio', 'animation']),
  media: z.string(),
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: z.unknown().optional(),
  duration: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
});

const sendMessage: Method = (world, params) => {
  const person = reachablePerson(world, params);
  return postAsBot(world, person, params, [textFields(readText(params))])[0];
};

function sendFile(kind: FileKind): Method {
  return (world, params) => {
    const person = reachablePerson(world, params);
    const caption = kind === 'sticker' || kind === 'video_note' ? {} : readCaption(params);
    const file = readInputFile(world, params, params.text(kind), kind, {
      duration: params.number('duration'),
      width: params.number('width') ?? params.number('length'),
      height: params.number('height'),
    });
    return postAsBot(world, person, params, [{ ...fileContent(world, file), ...caption }])[0];
  };
}

/** Checks everything before anything is stored, so a refused album leaves nothing behind. */
const sendMediaGroup: Method = (world, params) => {
  const person = reachablePerson(world, params);
  const parsed = z.array(groupItem).safeParse(params.json('media'));
  if (!parsed.success) throw badRequest("can't parse media JSON object");
  const items = parsed.data;
  if (items.length < 2) throw badRequest('there are not enough media to send as an album');
  if (items.length > 10) throw badRequest('too many messages to send as an album');
  const families = new Set(items.map(({ type }) => (type === 'video' ? 'photo' : type)));
  if (families.size > 1 || families.has('animation'))
    throw badRequest('unsupported mix of media types in the album');
  const captions = items.map((item) => readCaption(new Params(item)));
  const albumId = String(randomInt(1e12, 9e12));
  const contents: MessageContent[] = items.map((item, index) => {
    const file = readInputFile(world, params, item.media, item.type, item);
    return { media_group_id: albumId, ...fileContent(world, file), ...captions[index] };
  });
  return postAsBot(world, person, params, contents);
};

const sendLocation: Method = (world, params) => {
  const person = reachablePerson(world, params);
  const latitude = params.number('latitude');
  const longitude = params.number('longitude');
  if (latitude === undefined || Math.abs(latitude) > 90) throw badRequest('latitude is empty');
  if (longitude === undefined || Math.abs(longitude) > 180) throw badRequest('longitude is empty');
  return postAsBot(world, person, params, [{ location: { latitude, longitude } }])[0];
};

const sendVenue: Method = (world, params) => {
  const person = reachablePerson(world, params);
  const latitude = params.number('latitude');
  const longitude = params.number('longitude');
  if (latitude === undefined || longitude === undefined) throw badRequest('location is empty');
  const title = params.text('title') ?? '';
  const address = params.text('address') ?? '';
  if (title === '' || address === '') throw badRequest('venue title and address must be non-empty');
  const location = { latitude, longitude };
  return postAsBot(world, person, params, [{ location, venue: { title, address, location } }])[0];
};

const sendContact: Method = (world, params) => {
  const person = reachablePerson(world, params);
  const phone = params.text('phone_number') ?? '';
  const firstName = params.text('first_name') ?? '';
  if (phone === '') throw badRequest('phone number is empty');
  if (firstName === '') throw badRequest('first name is empty');
  const lastName = params.text('last_name');
  const contact = {
    phone_number: phone,
    first_name: firstName,
    ...(lastName === undefined ? {} : { last_name: lastName }),
  };
  return postAsBot(world, person, params, [{ contact }])[0];
};

const sendChatAction: Method = (world, params) => {
  const person = reachablePerson(world, params);
  const action = params.text('action') ?? '';
  const known =
    /^(typing|upload_(photo|video|voice|document|video_note)|record_(video|voice|video_note)|choose_sticker|find_location)$/;
  if (!known.test(action)) throw badRequest('wrong parameter action in request');
  world.store.events.emit('action', { personId: person.id, action });
  return true;
};

/** The stored message that copyMessage or forwardMessage takes, with what may be taken of it. */
function readSource(world: World, params: Params) {
  const source = world.store.message(
    params.int('from_chat_id') ?? Number.NaN,
    params.int('message_id') ?? Number.NaN,
  );
  if (source === undefined || source.deleted === true) return undefined;
  const {
    message_id: _id,
    date: _date,
    edit_date: _edited,
    chat: _chat,
    from: _from,
    reply_markup: _markup,
    reply_to_message: _reply,
    quote: _quote,
    media_group_id: _album,
    ...content
  }: TgMessage = source.message;
  return { source, content };
}

const copyMessage: Method = (world, params) => {
  const person = reachablePerson(world, params);
  const found = readSource(world, params);
  if (found === undefined) throw badRequest('message to copy not found');
  const { forward_origin: _origin, forward_date: _date, ...content } = found.content;
  const caption = params.text('caption') === undefined ? {} : readCaption(params);
  const [message] = postAsBot(world, person, params, [{ ...content, ...caption }]);
  return { message_id: message?.message_id };
};

const forwardMessage: Method = (world, params) => {
  const person = reachablePerson(world, params);
  const found = readSource(world, params);
  if (found === undefined) throw badRequest('message to forward not found');
  const content = { ...found.content, ...forwardFields(world, found.source) };
  return postAsBot(world, person, params, [content])[0];
};

export const sendMethods = {
  sendMessage,
  sendPhoto: sendFile('photo'),
  sendDocument: sendFile('document'),
  sendVoice: sendFile('voice'),
  sendVideo: sendFile('video'),
  sendAudio: sendFile('audio'),
  sendVideoNote: sendFile('video_note'),
  sendSticker: sendFile('sticker'),
  sendAnimation: sendFile('animation'),
  sendMediaGroup,
  sendLocation,
  sendVenue,
  sendContact,
  sendChatAction,
  copyMessage,
  forwardMessage,
} satisfies Record<string, Method>;
