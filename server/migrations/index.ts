import type { Knex } from 'knex';
import * as people from './20261122100000_people';
import * as tickets from './20261122100100_tickets';
import * as ledgers from './20261122100200_ledgers';
import * as telegram from './20261122100300_telegram';
import * as fetching from './20261122100400_fetching';
import * as preferences from './20261123100000_preferences';

/**
 * Every migration in its order. Names carry no file extension, so that a database migrated by the
 * sources and one migrated by the compiled server agree.
 */
export const migrations: Readonly<Record<string, Knex.Migration>> = {
  '20261122100000_people': people,
  '20261122100100_tickets': tickets,
  '20261122100200_ledgers': ledgers,
  '20261122100300_telegram': telegram,
  '20261122100400_fetching': fetching,
  '20261123100000_preferences': preferences,
};
