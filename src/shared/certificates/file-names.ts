/** Names that Windows keeps for itself, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Bytes of UTF-8 that a name part may take; file systems allow 255 for the whole. */
const MAXIMUM_BYTES = 120;

/**
 * A file name for a certificate: `SUM-2026-000123 García-López, Ana.pdf`. The number comes first and is never given
 * twice, so two names cannot collide, on a file system that ignores case either.
 */
export function certificateFileName(number: string, sortName: string): string {
  const name = safeFileText(sortName);
  return name === '' ? `${number}.pdf` : `${number} ${name}.pdf`;
}

/** Text that is safe inside a file name on every system: no path or control characters, no trailing dot, not too long. */
export function safeFileText(text: string): string {
  const cleaned = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const cut = cutToBytes(cleaned, MAXIMUM_BYTES).replace(/[. ]+$/, '');
  return cut.replace(RESERVED, '$1_');
}

function cutToBytes(text: string, maximum: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > maximum) break;
    kept += character;
  }
  return kept;
}
