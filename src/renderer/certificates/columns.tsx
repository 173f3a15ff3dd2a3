import type { CertificateSummary } from '../../shared/contract/certificates.ts';
import { type Column, Moment, StatusBadge } from '../components/index.ts';
import classes from './Certificates.module.css';
import { awarded, KINDS, STATUSES } from './words.ts';

const number: Column<CertificateSummary> = {
  id: 'number',
  header: 'Number',
  width: 160,
  cell: (certificate) => <span className={classes.number}>{certificate.number}</span>,
};
const name: Column<CertificateSummary> = {
  id: 'name',
  header: 'Name',
  width: 'minmax(168px, 1.2fr)',
  cell: (certificate) => <span className={classes.strong}>{certificate.name}</span>,
};
const rest: readonly Column<CertificateSummary>[] = [
  { id: 'kind', header: 'Kind', width: 112, hideBelow: 840, cell: ({ kind }) => KINDS[kind] },
  { id: 'credits', header: 'Credits', width: 80, align: 'right', cell: awarded },
  {
    id: 'status',
    header: 'Standing',
    width: 120,
    cell: ({ status }) => <StatusBadge tone={STATUSES[status].tone}>{STATUSES[status].label}</StatusBadge>,
  },
  {
    id: 'issued',
    header: 'Issued',
    width: 176,
    hideBelow: 1060,
    cell: ({ issuedAt }) => <Moment at={issuedAt} />,
  },
];

/** Columns of the list of all certificates; the list is read page by page in the engine's order. */
export const certificateColumns: readonly Column<CertificateSummary>[] = [
  number,
  name,
  {
    id: 'activity',
    header: 'Activity',
    width: 'minmax(176px, 1.6fr)',
    cell: ({ activityTitle }) => <span className={classes.wraps}>{activityTitle}</span>,
  },
  ...rest,
];

/** Columns within one activity. */
export const activityCertificateColumns: readonly Column<CertificateSummary>[] = [number, name, ...rest];
