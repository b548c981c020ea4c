import { createContext, use, useCallback, useSyncExternalStore, type ReactNode } from 'react';
import type { createHashRouter } from 'react-router';

type Router = ReturnType<typeof createHashRouter>;

const PlacesContext = createContext<Router | null>(null);

/** Where one is in the console, for those who need only a part of that. */
export function PlacesProvider({ router, children }: { router: Router; children: ReactNode }) {
  return <PlacesContext value={router}>{children}</PlacesContext>;
}

function useRouter(): Router {
  const router = use(PlacesContext);
  if (router === null) throw new Error('PlacesProvider is missing');
  return router;
}

/** The path of an address inside the console, e.g. `/inbox/active?sort=due`. */
const pathOf = (to: string): string => to.split('?', 1)[0] ?? to;

/**
 * Whether the place or one below it is open. Unlike react-router's own hooks it makes nobody draw
 * again who is neither come to nor left: a list with its rail has seventy links.
 */
export function useIsAt(to: string): boolean {
  const router = useRouter();
  const path = pathOf(to);
  const subscribe = useCallback((changed: () => void) => router.subscribe(changed), [router]);
  return useSyncExternalStore(subscribe, () => {
    const { pathname } = router.state.location;
    return pathname === path || pathname.startsWith(`${path}/`);
  });
}

/** Goes to an address and draws it at once: somebody has pressed a key and looks. */
export function useGo(): (to: string, how?: { replace?: boolean }) => void {
  const router = useRouter();
  return useCallback(
    (to, { replace = false } = {}) => void router.navigate(to, { replace, flushSync: true }),
    [router],
  );
}
