import type { Permission } from '@tikethet/shared/permissions';
import type { TextKey } from '../texts';
import type { Turn } from '../turn';

export interface Command {
  /** Its line in the command menu. */
  description: TextKey;
  /** In whose menu it stands: staff's, or that of roles with a permission; everybody may send any. */
  menu: 'everybody' | 'staff' | 'nobody' | Permission;
  /**
   * Whether what follows it is meant for the desk instead of the bot; readies the chat for it.
   * Absent: never.
   */
  passesOn?: (turn: Turn, argument: string) => Promise<boolean>;
  /** @param argument what follows the command, trimmed */
  run: (turn: Turn, argument: string) => Promise<void>;
}
