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

/** What Telegram signs for a person who opens the Mini App. */
export async function launchData(
  server: { url: string; sandboxApi: string },
  personId: number,
): Promise<string> {
  const answer = await fetch(`${server.sandboxApi}/people/${personId}/actions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.url },
    body: JSON.stringify({ type: 'openApp' }),
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
  server: { url: string; sandboxApi: string },
  personId: number,
  theme: keyof typeof themes = 'light',
): Promise<string> {
  const launch = new URLSearchParams({
    tgWebAppData: await launchData(server, personId),
    tgWebAppVersion: '9.1',
    tgWebAppPlatform: 'android',
    tgWebAppThemeParams: JSON.stringify(themes[theme]),
  });
  return `${server.url}/app/#${launch.toString()}`;
}
