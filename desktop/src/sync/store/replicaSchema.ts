/**
 * The replica's schema, version by version. `doc` numbers tickets and messages in one space, newer
 * ones higher (see docs.ts), so that the full-text index gives the newest matches first by itself.
 */
export const REPLICA_MIGRATIONS: readonly string[] = [
  `create table meta (key text primary key, value text not null) strict, without rowid;

   create table tickets (
     doc integer primary key,
     id text not null unique,
     number integer not null,
     status text not null,
     priority text not null,
     priority_rank integer not null,
     category_id text not null,
     assignee_id text,
     customer_id text not null,
     created_at text not null,
     updated_at text not null,
     pinned integer not null default 0,
     history text not null check (history in ('none', 'end', 'all')),
     generation integer not null,
     -- As the desk said last, and as it is shown when unsent changes differ from that.
     body text not null,
     shown text
   ) strict;
   create index tickets_updated on tickets (updated_at desc, id desc);
   create index tickets_created on tickets (created_at desc, id desc);
   create index tickets_priority on tickets (priority_rank desc, updated_at desc, id desc);
   create index tickets_status on tickets (status, updated_at desc, id desc);
   create index tickets_assignee on tickets (assignee_id, updated_at desc, id desc);
   create index tickets_customer on tickets (customer_id, updated_at desc, id desc);
   create index tickets_number on tickets (number);
   create index tickets_unfinished on tickets (updated_at desc) where history <> 'all';

   create table messages (
     doc integer primary key,
     id text not null unique,
     ticket_id text not null references tickets (id) on delete cascade,
     position integer not null,
     generation integer not null,
     body text not null
   ) strict;
   create index messages_ticket on messages (ticket_id, position);

   create table people (id text primary key, staff integer not null, body text not null)
     strict, without rowid;
   create table categories (id text primary key, body text not null) strict, without rowid;

   -- Gone while a snapshot is being read: a page that was under way must not bring it back.
   create table gone (id text primary key) strict, without rowid;

   -- Last answers of the desk to questions that the replica does not answer itself.
   create table answers (question text primary key, asked integer not null, body text not null)
     strict;
   create index answers_asked on answers (asked);

   create virtual table words using fts5 (
     text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
     tokenize = 'unicode61 remove_diacritics 0'
   );
   create table vocabulary (id integer primary key, word text not null unique) strict;
   create virtual table trigrams using fts5 (
     word, content = '', detail = none, tokenize = 'trigram case_sensitive 1'
   )`,
];
