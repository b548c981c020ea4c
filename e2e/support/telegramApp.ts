/** The colours of Telegram's own light and dark themes that a Mini App is told. */
const themes = {
  light: {
    bg_color: '#ffffff',
    secondary_bg_color: '#f4f4f5',
    section_bg_color: '#ffffff',
    text_color: '#000000',
    hint_color: '#707579',
    link_color: '#00488f',
    button_color: '#3390ec',
    button_text_color: '#ffffff',
  },
  dark: {
    bg_color: '#212121',
    secondary_bg_color: '#0f0f0f',
    section_bg_color: '#212121',
    text_color: '#ffffff',
    hint_color: '#aaaaaa',
    link_color: '#8774e1',
    button_color: '#8774e1',
    button_text_color: '#ffffff',
  },
};

interface Launch {
  colorScheme?: keyof typeof themes;
  startParam?: string;
}

/** What Telegram signs for a person who opens the Mini App. */
export async function launchData(
  serverUrl: string,
  personId: number,
  startParam?: string,
): Promise<string> {
  const answer = await fetch(`${serverUrl}/sandbox/api/people/${personId}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'openApp', startParam }),
    signal: AbortSignal.timeout(10_000),
  });
  const { initData } = (await answer.json()) as { initData: string };
  return initData;
}

/**
 * The address a Telegram client would open for a person: the Mini App by itself, with signed launch
 * data and a theme.
 */
export async function miniAppAddress(
  serverUrl: string,
  personId: number,
  { colorScheme = 'light', startParam }: Launch = {},
): Promise<string> {
  const launch = new URLSearchParams({
    tgWebAppData: await launchData(serverUrl, personId, startParam),
    tgWebAppVersion: '9.1',
    tgWebAppPlatform: 'android',
    tgWebAppThemeParams: JSON.stringify(themes[colorScheme]),
  });
  return `${serverUrl}/app/#${launch.toString()}`;
}
