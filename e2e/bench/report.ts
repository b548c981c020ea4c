/** One figure of a benchmark. */
export interface Figure {
  title: string;
  /** Every run's value, in `unit`. */
  runs: readonly number[];
  unit: 'ms' | 'KB' | '%' | '×' | '/s';
  /** What the issue asks for: the median must not be above (or below) it. */
  atMost?: number;
  atLeast?: number;
  /** The median of the same run's baseline, in the same unit: printed as a ratio. */
  baseline?: number;
}

export interface Benchmark {
  title: string;
  /** Tells figures as soon as they are measured: a benchmark can last many minutes. */
  run: (tell: (figures: readonly Figure[]) => void) => Promise<void>;
}

/** The middle value; of an even number the lower one of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The value that the given share (0 to 1) of all does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Whether a figure keeps its bound; true without one. */
export function holds({ runs, atMost, atLeast }: Figure): boolean {
  const value = median(runs);
  if (!Number.isFinite(value)) return false;
  return value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
}

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

/** One line: median, spread, ratio to the baseline, bound. */
export function line(figure: Figure): string {
  const { title, runs, unit, atMost, atLeast, baseline } = figure;
  const value = median(runs);
  const parts = [`${shown(value)} ${unit}`.padStart(11)];
  const spread =
    runs.length > 1 ? `${shown(Math.min(...runs))}–${shown(Math.max(...runs))}` : 'one run';
  parts.push(spread.padEnd(15));
  parts.push((baseline === undefined ? '' : `${(value / baseline).toFixed(2)} × bare`).padEnd(13));
  if (atMost !== undefined) parts.push(`≤ ${atMost} ${unit}`);
  if (atLeast !== undefined) parts.push(`≥ ${atLeast} ${unit}`);
  return `${holds(figure) ? '✓' : '✗'} ${title.padEnd(44)} ${parts.join('  ')}`;
}
