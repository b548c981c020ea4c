type Rgb = readonly [number, number, number];

/** `#rgb` or `#rrggbb` as three numbers 0–255; null for anything else. */
export function parseHex(color: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  const hex = short ? short.slice(1).map((digit) => digit + digit) : null;
  const long = hex ?? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)?.slice(1);
  if (!long) return null;
  const [red = 0, green = 0, blue = 0] = long.map((part) => parseInt(part, 16));
  return [red, green, blue];
}

function toHex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2 defines it. */
export function luminance([red, green, blue]: Rgb): number {
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast ratio, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * `color`, moved towards black or white just far enough to be readable on every background.
 * Telegram's hint greys are fainter than WCAG AA (4.5) asks.
 */
export function readable(color: string, backgrounds: readonly string[], least = 4.5): string {
  const from = parseHex(color);
  const against = backgrounds.map(parseHex).filter((one) => one !== null);
  if (!from || against.length === 0) return color;
  const worst = (tried: Rgb): number => Math.min(...against.map((one) => contrast(tried, one)));
  if (worst(from) >= least) return color;
  const average = against.reduce((sum, one) => sum + luminance(one), 0) / against.length;
  const target = average > 0.18 ? 0 : 255;
  for (let share = 0.05; share < 1; share += 0.05) {
    // Whole numbers: the colour that is painted must pass, not the one that was meant.
    const tried = from.map((part) => Math.round(part + (target - part) * share)) as unknown as Rgb;
    if (worst(tried) >= least) return toHex(tried);
  }
  return toHex([target, target, target]);
}
