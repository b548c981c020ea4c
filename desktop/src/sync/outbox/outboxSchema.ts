/**
 * The outbox is a file of its own: it is flushed to the disk with every commit and never thrown
 * away, while the replica beside it is flushed now and then and can be read again at any time.
 */
export const OUTBOX_MIGRATIONS: readonly string[] = [
  `create table commands (
     seq integer primary key autoincrement,
     key text not null unique,
     -- Commands of one lane go out one after the other, by place; a reopening slips in before.
     lane text not null,
     place real not null,
     operation text not null,
     input text not null,
     -- Named in the queue when the ticket itself is not here any more.
     subject text,
     -- Held ones wait for a person; everything behind them in the lane waits too.
     held integer not null default 0,
     problem text,
     at text not null,
     -- Since when the desk may have it without us knowing.
     sent_at text,
     -- When the person's own reply before it changed the same field at the desk.
     own_at text
   ) strict;
   create index commands_lane on commands (lane, place);

   create table files (
     id text primary key,
     name text not null,
     type text not null,
     size integer not null,
     sha256 text not null,
     at text not null,
     -- Counts how often it was begun anew: a part of the key under which it is sent.
     round integer not null default 1,
     -- The attachment that the desk made of it.
     answer text
   ) strict, without rowid`,
  // Not sent before: until then it can be withdrawn.
  `alter table commands add column due_at text`,

  // What the desk made of the person's last change of a field: the next one was made on top of it,
  // whatever version the screen still showed.
  `create table own_changes (
     lane text not null,
     field text not null,
     version integer,
     -- The desk's time, where its answer tells no version.
     changed_at text,
     noted_at text not null,
     primary key (lane, field)
   ) strict, without rowid`,
];
