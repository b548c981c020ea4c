import type { WebContents } from 'electron';
import { writeFileAtomic } from '../../files/writeFileAtomic';
import { attempt, fail, ok } from '../../ipc/result';
import { safeFileName } from '../files/saveFile';
import type { PaperHandlers } from '../ipc/handlers';

/** What Chromium says when a person closes the dialog. */
const CANCELLED = /cancel/i;
/** Inches. */
const MARGINS = { top: 0.6, bottom: 0.6, left: 0.6, right: 0.6 };

type Page = Pick<WebContents, 'print' | 'printToPDF'>;

export interface PaperDeps {
  /** One of the console's pages; undefined: it is closed. */
  page: (id: number) => Page | undefined;
  /** A place for a file, by the system's dialog; null: the person thought better of it. */
  choosePath: (suggestion: string) => Promise<string | null>;
}

function print(page: Page): Promise<string | null> {
  return new Promise((resolve) => {
    page.print({ printBackground: true }, (success, reason) =>
      resolve(success || CANCELLED.test(reason) ? null : reason),
    );
  });
}

/** Prints what a page shows for paper, or saves it as a PDF file. */
export function createPaper({ page, choosePath }: PaperDeps): PaperHandlers {
  return {
    'paper.print': async (_input, pageId) => {
      const shown = page(pageId);
      if (shown === undefined) return fail('not_found');
      const reason = await print(shown);
      return reason === null ? ok(null) : fail('unavailable', 0, { reason });
    },
    'paper.savePdf': async ({ fileName }, pageId) => {
      const shown = page(pageId);
      if (shown === undefined) return fail('not_found');
      // Drawn before anything is asked: what is on the page may be gone by the answer.
      const file = await shown.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        margins: MARGINS,
      });
      const path = await choosePath(safeFileName(fileName));
      if (path === null) return ok(null);
      return attempt(() => writeFileAtomic(path, file).then(() => null));
    },
  };
}
