import { listAudit } from '../../domain/audit/listAudit';
import { requirePerson } from '../../domain/context';
import { auditExportPath, auditFileName } from '../exports';
import type { Handlers } from '../handler';

export const auditHandlers = {
  'audit.list': listAudit,
  'audit.export': (ctx, { action, ...wanted }) => {
    const { id } = requirePerson(ctx);
    const path = auditExportPath({ ...wanted, ...(action && { action: action.join(',') }) });
    return Promise.resolve({
      url: ctx.services.links.sign(path, `customer:${id}`),
      fileName: auditFileName(ctx.now),
    });
  },
} satisfies Handlers<'audit.list' | 'audit.export'>;
