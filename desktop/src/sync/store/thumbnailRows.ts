import type { Attachment, Message, User } from '@tikethet/shared/contracts';
import type { Database } from './database';
import { thumbnailName } from './thumbnailName';

/** Bytes of one picture: what is larger is no thumbnail. */
export const LARGEST_THUMBNAIL = 512 * 1024;
/** Tries after which a picture is given up. */
const MOST_TRIES = 5;
/** Of the room for thumbnails; fuller, and older ones than those here are not fetched. */
const FULL = 0.9;

/** Which small pictures of the conversations are here, and which are wanted. */
export interface ThumbnailRows {
  /**
   * A message is here under this number: its pictures are wanted, and its author's face, unless it
   * was deleted.
   */
  note(doc: number, message: Message): void;
  /** A person has this face now; it is kept as long as their newest message. */
  face(person: Pick<User, 'id' | 'avatarUrl'>): void;
  /**
   * Names of pictures to fetch, newest messages first.
   * @param room bytes there is for all of them
   */
  wanted(limit: number, room: number): string[];
  /** A picture is on disk. @returns false: nothing wants it any more */
  kept(name: string, bytes: number): boolean;
  /** It could not be had just now. */
  tried(name: string): void;
  /** It will never be had. */
  drop(name: string): void;
  /** Lets the oldest go until the rest fits. */
  trim(room: number): void;
  has(name: string): boolean;
  /** Names whose files are still there, though nothing wants them. */
  left(limit: number): string[];
  removed(name: string): void;
  size(): { count: number; bytes: number };
}

/** A small picture without a thumbnail is its own. */
function wantedOf({ kind, state, url, thumbnailUrl, size }: Attachment): string[] {
  if (kind !== 'IMAGE' || state !== 'READY') return [];
  if (thumbnailUrl === null && size > LARGEST_THUMBNAIL) return [];
  const name = thumbnailName(thumbnailUrl ?? url);
  return name === null ? [] : [name];
}

export function createThumbnailRows(database: Database): ThumbnailRows {
  function size(): { count: number; bytes: number } {
    const row = database.get<{ count: number; bytes: number }>(
      `select count(*) as count, coalesce(sum(bytes), 0) as bytes from thumbnails
       where bytes is not null`,
    );
    return row ?? { count: 0, bytes: 0 };
  }

  const has = (name: string) =>
    database.get('select 1 from thumbnails where name = ?', name) !== undefined;

  function want(name: string, doc: number): void {
    database.run(
      `insert into thumbnails (name, doc) values (?, ?)
       on conflict (name) do update set doc = excluded.doc`,
      name,
      doc,
    );
    database.run('delete from thumbnails_left where name = ?', name);
  }

  function faceOf(personId: string | null): string | null {
    if (personId === null) return null;
    const row = database.get<{ url: string | null }>(
      `select json_extract(body, '$.avatarUrl') as url from people where id = ?`,
      personId,
    );
    return row?.url == null ? null : thumbnailName(row.url);
  }

  return {
    note(doc, { attachments, author, deletedAt }) {
      if (deletedAt !== null) return void database.run('delete from thumbnails where doc = ?', doc);
      for (const name of attachments.flatMap(wantedOf)) want(name, doc);
      const face = faceOf(author.id);
      if (face !== null) want(face, doc);
    },
    face({ id, avatarUrl }) {
      const face = avatarUrl === null ? null : thumbnailName(avatarUrl);
      database.run(
        'delete from thumbnails where name > ? and name < ? and name is not ?',
        `${id}-`,
        `${id}.`,
        face,
      );
      const newest = database.get<{ doc: number | null }>(
        `select max(messages.doc) as doc from tickets
         join messages on messages.ticket_id = tickets.id where tickets.customer_id = ?`,
        id,
      );
      if (face !== null && newest?.doc != null) want(face, newest.doc);
    },
    wanted(limit, room) {
      const full = size().bytes > room * FULL;
      return database
        .all<{ name: string }>(
          `select name from thumbnails where bytes is null and tries < ${MOST_TRIES}
             ${full ? 'and doc > (select min(doc) from thumbnails where bytes is not null)' : ''}
           order by tries, doc desc limit ?`,
          limit,
        )
        .map(({ name }) => name);
    },
    kept: (name, bytes) =>
      database.run('update thumbnails set bytes = ? where name = ?', bytes, name).changes > 0,
    tried(name) {
      database.run('update thumbnails set tries = tries + 1 where name = ?', name);
    },
    drop(name) {
      database.run('delete from thumbnails where name = ?', name);
    },
    trim(room) {
      if (size().bytes <= room) return;
      database.run(
        `delete from thumbnails where name in (select name from (
           select name, sum(bytes) over (order by doc desc, name) as total
           from thumbnails where bytes is not null) where total > ?)`,
        room,
      );
    },
    has,
    left: (limit) =>
      database
        .all<{ name: string }>('select name from thumbnails_left limit ?', limit)
        .map(({ name }) => name),
    removed(name) {
      database.run('delete from thumbnails_left where name = ?', name);
    },
    size,
  };
}
