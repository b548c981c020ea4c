/** What the page's address asks for: `?person=<id>&app=1&start=<payload>&startapp=<parameter>`. */
export interface Launch {
  personId: number | null;
  openApp: boolean;
  /** Payload of a `t.me/<bot>?start=…` link that waits for the Start button. */
  start: string | null;
  startParam: string | null;
}

export function readLaunch(search: string): Launch {
  const query = new URLSearchParams(search);
  const id = Number(query.get('person') ?? Number.NaN);
  return {
    personId: Number.isInteger(id) ? id : null,
    openApp: query.get('app') === '1' || query.has('startapp'),
    start: query.get('start'),
    startParam: query.get('startapp'),
  };
}

/** Keeps the open person in the address, so that a reload and a copied link open the same chat. */
export function writePerson(personId: number | null): void {
  const url = new URL(location.href);
  url.search = personId === null ? '' : `?person=${personId}`;
  history.replaceState(null, '', url);
}

/** The start payload when `href` is a link to this bot; undefined for every other link. */
export function botLink(
  href: string,
  username: string,
): { start?: string; startApp?: string } | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (!['t.me', 'telegram.me'].includes(url.hostname)) return undefined;
  const [, name, app] = url.pathname.split('/');
  if (name?.toLowerCase() !== username.toLowerCase()) return undefined;
  const startApp = url.searchParams.get('startapp');
  if (startApp !== null || (app !== undefined && app !== '')) return { startApp: startApp ?? '' };
  return { start: url.searchParams.get('start') ?? '' };
}
