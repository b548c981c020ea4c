import { AUDIT_ACTIONS, type AuditAction } from '@tikethet/shared/audit';
import { ROLES, type Role } from '@tikethet/shared/permissions';
import {
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketPriority,
  type TicketStatus,
} from '@tikethet/shared/tickets';
import { useCategories } from '../../app/queries/categories';
import { useTeam } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { fullTime } from '../../ui/time';
import { plainValue } from './auditValues';

function isAction(action: string): action is AuditAction {
  return (AUDIT_ACTIONS as readonly string[]).includes(action);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What the log says, in the person's words. What has none yet is shown as it was kept. */
export function useAuditWords() {
  const { t, i18n } = useTranslation();
  const { categories } = useCategories();
  const { data: staff } = useTeam();

  function known(name: string, value: string): string | undefined {
    switch (name) {
      case 'status':
        return TICKET_STATUSES.includes(value as TicketStatus)
          ? t(`status.${value as TicketStatus}`)
          : undefined;
      case 'priority':
        return TICKET_PRIORITIES.includes(value as TicketPriority)
          ? t(`priority.${value as TicketPriority}`)
          : undefined;
      case 'role':
        return ROLES.includes(value as Role) ? t(`role.${value as Role}`) : undefined;
      case 'categoryId':
        return categories.find(({ id }) => id === value)?.label;
      case 'assigneeId':
        return staff?.find(({ id }) => id === value)?.displayName;
      default:
        return MOMENT.test(value) ? fullTime(value, i18n.language) : undefined;
    }
  }

  return {
    action: (action: string): string => (isAction(action) ? t(`audit.actions.${action}`) : action),
    field: (name: string): string => {
      const key = `audit.fields.${name}`;
      const text: unknown = i18n.getResource(i18n.language, 'translation', key);
      return typeof text === 'string' ? text : name;
    },
    value: (name: string, value: unknown): string => {
      if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
      const text = plainValue(value);
      if (text === null) return t('audit.nothing');
      return typeof value === 'string' ? (known(name, value) ?? text) : text;
    },
  };
}
