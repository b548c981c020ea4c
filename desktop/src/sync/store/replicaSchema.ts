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
  // What lists filter and sort by besides: read from the ticket as it is shown. Tags and mentions
  // have rows of their own, which triggers keep.
  `alter table tickets add column channel text
     generated always as (json_extract(coalesce(shown, body), '$.channel')) virtual;
   alter table tickets add column rating integer
     generated always as (json_extract(coalesce(shown, body), '$.rating')) virtual;
   alter table tickets add column unread integer
     generated always as (coalesce(json_extract(coalesce(shown, body), '$.unread'), 0)) virtual;
   alter table tickets add column snoozed_until text
     generated always as (json_extract(coalesce(shown, body), '$.snoozedUntil')) virtual;
   alter table tickets add column due_at text
     generated always as (json_extract(coalesce(shown, body), '$.dueAt')) virtual;
   alter table tickets add column waiting_since text
     generated always as (json_extract(coalesce(shown, body), '$.waitingSince')) virtual;
   create index tickets_due on tickets (coalesce(due_at, '~'), id);
   create index tickets_waiting on tickets (coalesce(waiting_since, '~'), id);
   create index tickets_snoozed on tickets (snoozed_until) where snoozed_until is not null;

   create table ticket_facets (kind text not null, value text not null, id text not null,
     primary key (kind, value, id)) strict, without rowid;
   create index ticket_facets_ticket on ticket_facets (id);
   insert or ignore into ticket_facets
     select 'tag', tag.value, tickets.id from tickets, json_each(coalesce(shown, body), '$.tags') as tag
     union all select 'mention', person.value, tickets.id
       from tickets, json_each(coalesce(shown, body), '$.mentionedIds') as person;
   create trigger tickets_added after insert on tickets begin
     insert or ignore into ticket_facets
       select 'tag', value, new.id from json_each(coalesce(new.shown, new.body), '$.tags')
       union all select 'mention', value, new.id
         from json_each(coalesce(new.shown, new.body), '$.mentionedIds');
   end;
   create trigger tickets_changed after update of body, shown on tickets
     when json_extract(coalesce(old.shown, old.body), '$.tags', '$.mentionedIds')
       is not json_extract(coalesce(new.shown, new.body), '$.tags', '$.mentionedIds')
   begin
     delete from ticket_facets where id = old.id;
     insert or ignore into ticket_facets
       select 'tag', value, new.id from json_each(coalesce(new.shown, new.body), '$.tags')
       union all select 'mention', value, new.id
         from json_each(coalesce(new.shown, new.body), '$.mentionedIds');
   end;
   create trigger tickets_gone after delete on tickets begin
     delete from ticket_facets where id = old.id;
   end;

   create table saved_views (id text primary key, place integer not null, body text not null)
     strict, without rowid`,
  // What changed of tickets beside their messages, as far as it was told or read.
  `create table changes (
     id text primary key,
     ticket_id text not null references tickets (id) on delete cascade,
     at text not null,
     body text not null
   ) strict;
   create index changes_ticket on changes (ticket_id, at);
   alter table tickets add column changes_whole integer not null default 0`,
  // Tickets and messages say more than when they were read here: the working set is read anew.
  `delete from meta where key in ('whole', 'snapshot')`,
  // Worked out once when a ticket is written, not from its JSON for every row that is looked at:
  // one index, a tenth of the table, answers what is counted and filtered.
  `drop index tickets_due;
   drop index tickets_waiting;
   drop index tickets_snoozed;
   alter table tickets drop column channel;
   alter table tickets drop column rating;
   alter table tickets drop column unread;
   alter table tickets drop column snoozed_until;
   alter table tickets drop column due_at;
   alter table tickets drop column waiting_since;
   alter table tickets add column channel text;
   alter table tickets add column rating integer;
   alter table tickets add column unread integer not null default 0;
   alter table tickets add column snoozed_until text;
   alter table tickets add column due_at text;
   alter table tickets add column waiting_since text;
   update tickets set
     channel = json_extract(coalesce(shown, body), '$.channel'),
     rating = json_extract(coalesce(shown, body), '$.rating'),
     unread = coalesce(json_extract(coalesce(shown, body), '$.unread'), 0),
     snoozed_until = json_extract(coalesce(shown, body), '$.snoozedUntil'),
     due_at = json_extract(coalesce(shown, body), '$.dueAt'),
     waiting_since = json_extract(coalesce(shown, body), '$.waitingSince');
   create index tickets_due on tickets (coalesce(due_at, '~'), id);
   create index tickets_waiting on tickets (coalesce(waiting_since, '~'), id);
   create index tickets_snoozed on tickets (snoozed_until) where snoozed_until is not null;
   create index tickets_unsent on tickets (id) where shown is not null;
   create index tickets_looked_at
     on tickets (status, category_id, snoozed_until, assignee_id, due_at, unread, priority,
       priority_rank, updated_at, created_at, waiting_since, customer_id, channel, rating, id)`,
  // Tickets of which the feed told what found no place here, and how often: they are read anew.
  `create table strays (
     ticket_id text primary key,
     times integer not null
   ) strict, without rowid`,
  // What the person keeps at hand, as the tickets say themselves.
  `create index tickets_pinned on tickets (updated_at desc, id desc) where pinned = 1`,
  // Small pictures of the messages that are here, each a file under its name. Without `bytes` it is
  // yet to be fetched; what is left is to be removed.
  `create table thumbnails (
     name text primary key,
     doc integer not null references messages (doc) on delete cascade,
     bytes integer,
     tries integer not null default 0
   ) strict, without rowid;
   create index thumbnails_doc on thumbnails (doc);
   create index thumbnails_wanted on thumbnails (tries, doc desc) where bytes is null;
   create index thumbnails_kept on thumbnails (doc desc, name, bytes) where bytes is not null;
   create table thumbnails_left (name text primary key) strict, without rowid;
   create trigger thumbnails_gone after delete on thumbnails begin
     insert or ignore into thumbnails_left values (old.name);
   end;
   delete from meta where key in ('whole', 'snapshot')`,
];
