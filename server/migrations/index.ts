import type { Knex } from 'knex';
import * as people from './20261122100000_people';
import * as tickets from './20261122100100_tickets';
import * as ledgers from './20261122100200_ledgers';
import * as telegram from './20261122100300_telegram';
import * as fetching from './20261122100400_fetching';
import * as preferences from './20261123100000_preferences';
import * as chatMenus from './20261123100020_chat_menus';
import * as reactions from './20261123100050_reactions';
import * as delivery from './20261123100100_delivery';
import * as broadcasts from './20261123100200_broadcasts';
import * as reads from './20261123100300_reads';
import * as notifications from './20261123100400_notifications';
import * as faq from './20261123100500_faq';
import * as savedViews from './20261124100000_saved_views';
import * as merge from './20261124100100_merge';
import * as customerCard from './20261124100110_customer_card';
import * as drafts from './20261124100200_drafts';
import * as mentions from './20261124100210_mentions';
import * as snooze from './20261124100220_snooze';
import * as scheduled from './20261124100230_scheduled';
import * as macros from './20261124100240_macros';
import * as consoleSettings from './20261124100250_console_settings';
import * as permissions from './20261124100300_permissions';
import * as sessions from './20261124100310_sessions';
import * as namedInvitations from './20261124100320_named_invitations';
import * as deskSettings from './20261124100400_desk_settings';
import * as tags from './20261124100410_tags';
import * as due from './20261124100420_due';
import * as audit from './20261124100430_audit';
import * as staffNotifications from './20261124100500_staff_notifications';
import * as availability from './20261124100510_availability';
import * as offline from './20261124100600_offline';
import * as pins from './20261125100000_pins';
import * as rightsChanges from './20261125100100_rights_changes';

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
  '20261123100020_chat_menus': chatMenus,
  '20261123100050_reactions': reactions,
  '20261123100100_delivery': delivery,
  '20261123100200_broadcasts': broadcasts,
  '20261123100300_reads': reads,
  '20261123100400_notifications': notifications,
  '20261123100500_faq': faq,
  '20261124100000_saved_views': savedViews,
  '20261124100100_merge': merge,
  '20261124100110_customer_card': customerCard,
  '20261124100200_drafts': drafts,
  '20261124100210_mentions': mentions,
  '20261124100220_snooze': snooze,
  '20261124100230_scheduled': scheduled,
  '20261124100240_macros': macros,
  '20261124100250_console_settings': consoleSettings,
  '20261124100300_permissions': permissions,
  '20261124100310_sessions': sessions,
  '20261124100320_named_invitations': namedInvitations,
  '20261124100400_desk_settings': deskSettings,
  '20261124100410_tags': tags,
  '20261124100420_due': due,
  '20261124100430_audit': audit,
  '20261124100500_staff_notifications': staffNotifications,
  '20261124100510_availability': availability,
  '20261124100600_offline': offline,
  '20261125100000_pins': pins,
  '20261125100100_rights_changes': rightsChanges,
};
