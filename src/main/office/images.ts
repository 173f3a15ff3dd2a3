import { createHash } from 'node:crypto';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../database/index.ts';

type MediaType = 'image/png' | 'image/jpeg';
type Size = { readonly width: number; readonly height: number };

/** The largest image that is kept: 4 MiB. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;
/** Larger images gain nothing on a page and take long to draw. */
const MAXIMUM_PIXELS = 6_000;

/**
 * Keeps a logo or signature; the same image given twice is kept once.
 * @throws RoundsError `office/image-unreadable` with the reason
 */
export function addImage(write: Writer, fileName: string, bytes: Uint8Array): number {
  const mediaType = checkImage(fileName, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = write.first(write.from.selectFrom('assets').select('id').where('sha256', '=', sha256));
  if (known) return known.id;
  write.describe(`Added the image ${fileName || 'without a name'}`);
  return write.insert('assets', { file_name: fileName, media_type: mediaType, sha256, bytes });
}

/** An image as it was given. @throws RoundsError `office/image-unreadable` when there is none by this id */
export function getImage(read: Reader, id: number): { readonly mediaType: MediaType; readonly base64: string } {
  const row = read.first(read.from.selectFrom('assets').selectAll().where('id', '=', id));
  if (!row) throw new RoundsError('office/image-unreadable', 'This image is not in the file. Choose it again.');
  return { mediaType: row.media_type, base64: Buffer.from(row.bytes).toString('base64') };
}

/** Tells PNG from JPEG by the bytes, never by the name, and refuses what could not be printed. */
function checkImage(fileName: string, bytes: Uint8Array): MediaType {
  const what = fileName === '' ? 'The file' : `“${fileName}”`;
  const refuse = (why: string): RoundsError => new RoundsError('office/image-unreadable', `${what} ${why}`);
  if (bytes.length === 0) throw refuse('is empty. Choose a PNG or JPEG image.');
  if (bytes.length > MAXIMUM_BYTES) throw refuse('is larger than 4 MB. Save it smaller and choose it again.');
  const png = pngSize(bytes);
  const size = png ?? jpegSize(bytes);
  if (size === null) throw refuse('is not a complete PNG or JPEG image. Save it as PNG and choose it again.');
  if (size.width < 1 || size.height < 1) throw refuse('has no size. Choose another image.');
  if (size.width > MAXIMUM_PIXELS || size.height > MAXIMUM_PIXELS)
    throw refuse(`measures ${size.width} × ${size.height} pixels. Save it with at most ${MAXIMUM_PIXELS} on each side.`);
  return png ? 'image/png' : 'image/jpeg';
}

/** Width and height of a PNG that has its header and its end (PNG specification 5.2 and 11.2); otherwise null. */
function pngSize(bytes: Uint8Array): Size | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 45 || view.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  if (view.toString('latin1', 12, 16) !== 'IHDR' || !view.includes('IEND', view.length - 64)) return null;
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

/** Width and height of a JPEG from its first frame header (ITU T.81 B.2.2); null when it is none or is cut off. */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8 || view.lastIndexOf('\xff\xd9', undefined, 'latin1') < 0)
    return null;
  let at = 2;
  while (at + 9 <= view.length) {
    if (view[at] !== 0xff) return null;
    const marker = view[at + 1] ?? 0;
    // C0 to CF are frame headers, apart from the tables C4, C8 and CC.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.readUInt16BE(at + 2);
  }
  return null;
}
