import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The independent programs that judge our pages, from Debian's poppler-utils and qpdf. */
export type PdfTool = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'qpdf';

/** Runs a program on a PDF; `FILE` among the arguments stands for it. @throws when the program finds fault */
export function runPdfTool(tool: PdfTool, pdf: Uint8Array, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-pdf-'));
  try {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, pdf);
    const ran = spawnSync(
      tool,
      args.map((argument) => (argument === 'FILE' ? file : argument)),
      {
        encoding: 'utf8',
      },
    );
    if (ran.status !== 0) throw new Error(`${tool} ended with ${ran.status}: ${ran.stdout}${ran.stderr}`);
    return ran.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page's text as one copies it, without the direction marks that the program adds around right-to-left words. */
export function copiedText(pdf: Uint8Array): string {
  return runPdfTool('pdftotext', pdf, ['-enc', 'UTF-8', 'FILE', '-']).replace(
    /[\u202A-\u202E\u200E\u200F]/g,
    '',
  );
}
