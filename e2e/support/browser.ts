import { chromium, type Browser } from '@playwright/test';

/** Chromium for the chat's and the Mini App's side of a journey that runs in Electron. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.TIKETHET_CHROMIUM;
  // Chromium's own sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ ...(executablePath && { executablePath }), args });
}
