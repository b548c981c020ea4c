import { operations, type Operation, type OperationId } from '@tikethet/shared/contracts';

export interface RoutedOperation extends Operation {
  readonly id: OperationId;
}

const byRoute: ReadonlyMap<string, RoutedOperation> = new Map(
  Object.values(operations).map((item) => [`${item.method} ${item.path}`, item]),
);

/** What the bridge's `write` leaves out (see its `WriteRoute`): these have doors of their own. */
const NOT_WRITES: ReadonlySet<OperationId> = new Set([
  'auth.telegram',
  'auth.refresh',
  'auth.logout',
  'auth.device',
  'auth.deviceToken',
  'commands.run',
  'attachments.create',
  'attachments.putPart',
  'tickets.typing',
]);

/** The operation behind `GET /…`, when the bridge may read it. */
export function readOperation(route: string): RoutedOperation | null {
  const found = byRoute.get(route);
  return found?.method === 'GET' ? found : null;
}

/** The operation behind a changing route, when the bridge may write it. */
export function writeOperation(route: string): RoutedOperation | null {
  const found = byRoute.get(route);
  return found !== undefined && found.method !== 'GET' && !NOT_WRITES.has(found.id) ? found : null;
}
