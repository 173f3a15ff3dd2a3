import type { OfficeSettings } from '../../shared/contract/office.ts';
import type { Rounding } from '../../shared/credit/quarter-hours.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Image } from '../certificates/index.ts';
import type { Reader, Writer } from '../database/index.ts';

/** What the office has decided. @throws RoundsError `office/not-set-up` */
export function getOffice(read: Reader): OfficeSettings {
  const row = read.first(read.from.selectFrom('office').selectAll());
  if (!row)
    throw new RoundsError(
      'office/not-set-up',
      'Set up your office first: its name, address and accreditation.',
    );
  const signatories = read.all(
    read.from.selectFrom('signatories').selectAll().orderBy('position').orderBy('id'),
  );
  return {
    providerName: row.provider_name,
    address: row.address,
    accreditor: row.accreditor,
    stateSociety: row.state_society,
    logoAssetId: row.logo_asset_id,
    paper: row.paper,
    timeZone: row.time_zone,
    certificatePrefix: row.certificate_prefix,
    rounding: row.rounding,
    fractionNoun: row.fraction_noun,
    signatories: signatories.map(({ id, name, title, image_asset_id }) => ({
      id,
      name,
      title,
      imageAssetId: image_asset_id,
    })),
  };
}

/** How the office rounds minutes to quarter-hours; the AMA booklet's rule until an office is set up. */
export function officeRounding(read: Reader): Rounding {
  return read.first(read.from.selectFrom('office').select('rounding'))?.rounding ?? 'nearest';
}

/** The office with its pictures, as pages need it. @throws RoundsError `office/not-set-up` */
export type OfficeForPages = Omit<OfficeSettings, 'signatories'> & {
  readonly logo: Image | null;
  readonly signatories: readonly {
    readonly name: string;
    readonly title: string;
    readonly image: Image | null;
  }[];
};

/** Reads what stands on every page: provider, paper, logo, signatories. @throws RoundsError `office/not-set-up` */
export function officeForPages(read: Reader): OfficeForPages {
  const office = getOffice(read);
  return {
    ...office,
    logo: image(read, office.logoAssetId),
    signatories: office.signatories.map(({ name, title, imageAssetId }) => ({
      name,
      title,
      image: image(read, imageAssetId),
    })),
  };
}

/** First settings of a new office. @throws RoundsError `office/already-set-up` */
export function setUpOffice(write: Writer, settings: OfficeSettings, sample: boolean): void {
  if (write.first(write.from.selectFrom('office').select('id')))
    throw new RoundsError('office/already-set-up', 'This office is already set up. Change it under Office.');
  check(write, settings);
  write.describe(`Set up “${settings.providerName}”`);
  write.insert('office', { id: 1, ...officeRow(settings), sample: sample ? 1 : 0 });
  settings.signatories.forEach((signatory, position) => {
    write.insert('signatories', { position, ...signatoryRow(signatory) });
  });
}

/** Changes the settings; certificates that were issued stay as they are. */
export function updateOffice(write: Writer, settings: OfficeSettings): void {
  getOffice(write);
  check(write, settings);
  write.describe('Changed the office settings');
  write.update('office', { id: 1 }, officeRow(settings));
  const kept = new Set(settings.signatories.flatMap(({ id }) => id ?? []));
  const before = write.all(write.from.selectFrom('signatories').select('id'));
  for (const { id } of before) if (!kept.has(id)) write.remove('signatories', { id });
  settings.signatories.forEach((signatory, position) => {
    const known = before.some(({ id }) => id === signatory.id);
    if (signatory.id !== null && known)
      write.update('signatories', { id: signatory.id }, { position, ...signatoryRow(signatory) });
    else write.insert('signatories', { position, ...signatoryRow(signatory) });
  });
}

function officeRow(settings: OfficeSettings) {
  return {
    provider_name: settings.providerName,
    address: settings.address.trim(),
    accreditor: settings.accreditor,
    state_society: settings.stateSociety,
    logo_asset_id: settings.logoAssetId,
    paper: settings.paper,
    time_zone: settings.timeZone,
    certificate_prefix: settings.certificatePrefix,
    rounding: settings.rounding,
    fraction_noun: settings.fractionNoun,
  };
}

function signatoryRow(signatory: OfficeSettings['signatories'][number]) {
  return { name: signatory.name, title: signatory.title, image_asset_id: signatory.imageAssetId };
}

function check(read: Reader, settings: OfficeSettings): void {
  if (settings.accreditor === 'state' && settings.stateSociety.trim() === '')
    throw new RoundsError(
      'request/invalid',
      'Name the state medical society that accredits you: it stands on every certificate.',
    );
  if (!isTimeZone(settings.timeZone))
    throw new RoundsError(
      'request/invalid',
      `“${settings.timeZone}” is not a time zone. Choose one such as America/Denver.`,
    );
  for (const id of [settings.logoAssetId, ...settings.signatories.map(({ imageAssetId }) => imageAssetId)]) {
    if (id === null) continue;
    if (!read.first(read.from.selectFrom('assets').select('id').where('id', '=', id)))
      throw new RoundsError('office/image-unreadable', 'A picture is not there any more. Choose it again.');
  }
}

/** Whether this is a zone of the IANA database that this computer knows. */
export function isTimeZone(zone: string): boolean {
  // Fixed offsets such as +02:00 are understood too, and know no summer time: they are no zones.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function image(read: Reader, assetId: number | null): Image | null {
  if (assetId === null) return null;
  const row = read.first(
    read.from.selectFrom('assets').select(['media_type', 'bytes']).where('id', '=', assetId),
  );
  return row ? { mediaType: row.media_type, bytes: row.bytes } : null;
}
