import { mkdirSync, writeFileSync } from 'node:fs';
import { at } from './root.mjs';

/**
 * Has Chromium and Electron write with Liberation Sans, where the system would take DejaVu: a Linux
 * without a desktop has nothing else, and its letters are a sixth wider than anybody's.
 */
export function useNarrowFonts() {
  if (process.platform !== 'linux' || process.env.FONTCONFIG_FILE) return;
  const named = ['system-ui', 'sans-serif'].map(
    (name) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test>` +
      '<edit name="family" mode="prepend" binding="strong"><string>Liberation Sans</string></edit></match>',
  );
  const file = at('.cache', 'fonts.conf');
  mkdirSync(at('.cache'), { recursive: true });
  writeFileSync(
    file,
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
      `<include>/etc/fonts/fonts.conf</include>${named.join('')}</fontconfig>\n`,
  );
  process.env.FONTCONFIG_FILE = file;
}
