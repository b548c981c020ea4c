import type { Result } from './index';

/** What this window shows when it is printed, on paper or in a file. */
export interface PaperBridge {
  /** By the system's dialog. Closing it is a success that printed nothing. */
  print: () => Promise<Result<null>>;
  /** @param fileName suggested; the person chooses. Null: a browser's own dialog does it. */
  savePdf: ((fileName: string) => Promise<Result<null>>) | null;
}
