import { createHash } from 'node:crypto';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../database/index.ts';

/** Largest picture that is kept, in bytes: a logo for print needs far less. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;
/** Widest or highest picture, in pixels. */
const MAXIMUM_PIXELS = 6_000;

type PictureKind = {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
};

/** Keeps a logo or signature. The same bytes are kept once. @throws RoundsError `office/image-unreadable` */
export function addAsset(write: Writer, fileName: string, base64: string): number {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MAXIMUM_BYTES)
    throw new RoundsError(
      'office/image-unreadable',
      'The picture is larger than 4 MB. Save a smaller one and choose it again.',
    );
  const kind = pictureKind(bytes);
  if (!kind)
    throw new RoundsError(
      'office/image-unreadable',
      `“${fileName}” is not a PNG or JPEG picture. Save it as PNG and choose it again.`,
    );
  if (kind.width > MAXIMUM_PIXELS || kind.height > MAXIMUM_PIXELS)
    throw new RoundsError(
      'office/image-unreadable',
      `The picture is ${kind.width} × ${kind.height} pixels. Save it with at most ${MAXIMUM_PIXELS} on a side and choose it again.`,
    );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = write.first(write.from.selectFrom('assets').select('id').where('sha256', '=', sha256));
  if (known) return known.id;
  write.describe(`Added picture “${fileName}”`);
  return write.insert('assets', { file_name: fileName, media_type: kind.mediaType, sha256, bytes });
}

/** A kept picture. @throws RoundsError `office/image-unreadable` when it is not there */
export function getAsset(
  read: Reader,
  assetId: number,
): { readonly mediaType: string; readonly base64: string } {
  const row = read.first(
    read.from.selectFrom('assets').select(['media_type', 'bytes']).where('id', '=', assetId),
  );
  if (!row)
    throw new RoundsError('office/image-unreadable', 'This picture is not there any more. Choose it again.');
  return { mediaType: row.media_type, base64: Buffer.from(row.bytes).toString('base64') };
}

/** What a file's own bytes say it is; its name is not asked. Null for anything else or anything cut short. */
function pictureKind(bytes: Buffer): PictureKind | null {
  return png(bytes) ?? jpeg(bytes);
}

function png(bytes: Buffer): PictureKind | null {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  if (bytes.length < 45 || !bytes.subarray(0, 8).equals(signature)) return null;
  // A PNG that was not cut short ends with its IEND chunk.
  if (bytes.subarray(-8, -4).toString('latin1') !== 'IEND') return null;
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function jpeg(bytes: Buffer): PictureKind | null {
  if (bytes.length < 12 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return null;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Start-of-frame markers hold the size; C4, C8 and CC are other things.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        mediaType: 'image/jpeg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
