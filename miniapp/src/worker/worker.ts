/**
 * The app's service worker: opens the app without a network when it was opened before. It keeps the
 * files of this build and of the one before (a page that is still open may ask for one of its
 * screens), and nothing else: what people read and write is kept by the app itself.
 */

/** Put in by the build. */
declare const WORKER_FILES: string[];
declare const WORKER_VERSION: string;

/** The part of a worker's world that is used here: its types and a page's exclude each other. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  location: Location;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerFetchEvent) => void): void;
}
const worker = self as unknown as Worker;

const PREFIX = 'tikethet-app-';
const CACHE = PREFIX + WORKER_VERSION;
const PAGE = '/app/';
/** A page that takes longer than this comes from the cache. Milliseconds. */
const PATIENCE = 3_000;

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.add(new Request(PAGE, { cache: 'no-cache' }));
  await cache.addAll(WORKER_FILES);
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  // In the order in which they were made: the last is the build before this one.
  for (const name of ours.slice(0, -1)) await caches.delete(name);
  await worker.clients.claim();
}

/** The page from the server while it is quick and well, so that a new build is seen at once. */
async function page(request: Request): Promise<Response> {
  const cached = await (await caches.open(CACHE)).match(PAGE);
  const fresh = fetch(request);
  if (!cached) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(cached), PATIENCE));
  try {
    const response = await Promise.race([fresh, late]);
    return response.status < 500 ? response : cached;
  } catch {
    return cached;
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname.startsWith('/app/assets/')) event.respondWith(file(request));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});
