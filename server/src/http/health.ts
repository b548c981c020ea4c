import { Router } from 'express';

/** Whether a part the server stands on works now; must answer within a second or two. */
export type HealthCheck = () => Promise<boolean>;
export type HealthChecks = Readonly<Record<'database' | 'migrations' | 'telegram', HealthCheck>>;

const LIMIT = 2_000;

async function passes(check: HealthCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LIMIT);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** `/health`: the process answers. `/health/ready`: what it stands on does too, else 503. */
export function health(checks: HealthChecks): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/health/ready', async (_request, response) => {
    const entries = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const),
    );
    const ready = entries.every(([, ok]) => ok);
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'unavailable', checks: Object.fromEntries(entries) });
  });
  return router;
}
