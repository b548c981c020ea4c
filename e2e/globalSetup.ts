import { startDemoServer, TEMPLATE } from './support/server';

/** Fills one desk for the whole run: each journey starts with a copy of it, in a third of the time. */
export default async function fillTemplate(): Promise<() => Promise<void>> {
  const server = await startDemoServer();
  await server.stop();
  process.env[TEMPLATE] = server.dataDir;
  return () => server.dispose();
}
