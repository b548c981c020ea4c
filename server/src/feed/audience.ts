/**
 * Who an event is for. `staff` readers get the staff view, `customer` readers the customer's view,
 * `hidden` readers saw the ticket before the change and no longer do: they learn only that.
 * Keys: `staff`, `user:<id>`, `pool:<category id>`, `pool:*`, `customer:<id>`, `account:<id>`,
 * `people`, `team` (all of the staff), `all`.
 */
export interface Audience {
  staff: readonly string[];
  customer: readonly string[];
  hidden: readonly string[];
}

/** Events that steer the server itself and are shown to nobody. */
export const CONTROL = 'control';

export const EVERYONE: Audience = { staff: ['all'], customer: [], hidden: [] };
