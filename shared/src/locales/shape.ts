import type { Availability, MessageKind, OtherContent } from '../contracts';
import type { DeliveryReason, DeliveryState } from '../deliveries';
import type { ErrorCode } from '../errors';
import type { Permission, Role } from '../permissions';
import type { TicketChannel, TicketPriority, TicketStatus } from '../tickets';

/** i18next's plural suffixes that English needs. */
export type EnglishPlural = 'one' | 'other';
/** i18next's plural suffixes that Russian needs. */
export type RussianPlural = 'one' | 'few' | 'many' | 'other';

/** Keys of counted texts: `Counted<'files', 'one' | 'other'>` is `files_one` and `files_other`. */
export type Counted<Key extends string, Plural extends string> = Record<`${Key}_${Plural}`, string>;

/** Words that every face of the desk shows. A key missing in a language does not compile. */
export interface CommonTexts<Plural extends string> {
  status: Record<TicketStatus, string>;
  priority: Record<TicketPriority, string>;
  role: Record<Role, string>;
  /** What a member of staff says of themselves. */
  availability: Record<Availability, string>;
  channel: Record<TicketChannel, string>;
  /** What stands for a message without text. */
  messageKind: Record<MessageKind, string>;
  /** What a message of the kind OTHER was. */
  otherContent: Record<OtherContent, string>;
  /** What became of a message on its way to Telegram. */
  delivery: Record<DeliveryState, string>;
  /** Why it is not there, for staff. */
  deliveryReason: Record<DeliveryReason, string>;
  errors: Record<ErrorCode | 'network' | 'timeout' | 'storage' | 'view_only', string>;
  time: { justNow: string; today: string; yesterday: string } & Counted<
    'minutesAgo' | 'hoursAgo' | 'daysAgo',
    Plural
  >;
  size: { bytes: string; kilobytes: string; megabytes: string };
}

/** A text for every permission: `may.ticket.viewAll`. */
export type PermissionTexts = {
  [A in Permission extends `${infer Area}.${string}` ? Area : never]: {
    [P in Permission as P extends `${A}.${infer Name}` ? Name : never]: string;
  };
};

/**
 * The Russian twin of an English text object: the same keys, but every counted text in all the
 * forms Russian has. `miniapp.ru.ts satisfies InRussian<typeof miniappEn>`.
 */
export type InRussian<English> = {
  [
    Key in keyof English as Key extends `${infer Base}_one`
      ? `${Base}_${RussianPlural}`
      : Key extends `${string}_other`
        ? never
        : Key
  ]: English[Key] extends string ? string : InRussian<English[Key]>;
};

/** The same tree in another language: plural endings change, everything else stays. */
export type InLanguage<T, Plural extends string> = {
  [
    K in keyof T as K extends `${infer Base}_one`
      ? `${Base}_${Plural}`
      : K extends `${string}_other`
        ? never
        : K
  ]: T[K] extends string ? string : InLanguage<T[K], Plural>;
};
