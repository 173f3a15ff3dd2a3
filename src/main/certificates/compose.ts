import { dateInZone } from '../../shared/activities/schedule.ts';
import { formatInSentence } from '../../shared/certificates/learning-formats.ts';
import { chooseStatement, type StatementField } from '../../shared/certificates/statements.ts';
import { creditNoun, fillStatement, nameList, type StyledText } from '../../shared/certificates/wording.ts';
import type { ActivityContent } from '../../shared/contract/activities.ts';
import { RoundsError } from '../../shared/errors.ts';
import { formatCredits, formatDate, formatDateRange } from '../../shared/format.ts';
import { activityContent, requireActivity } from '../activities/activities.ts';
import type { Reader } from '../database/index.ts';
import { type OfficeForPages, officeForPages } from '../office/settings.ts';
import { listStatements } from '../office/statements.ts';
import type { CertificateDocument } from './render/document.ts';
import type { Subject } from './subject.ts';

/** What all certificates of one activity have in common, read once. */
export type ActivityPaper = {
  readonly office: OfficeForPages;
  readonly activity: ActivityContent;
  readonly statements: ReturnType<typeof listStatements>;
};

/** Reads what the certificates of an activity have in common. */
export function activityPaper(read: Reader, activityId: number): ActivityPaper {
  return {
    office: officeForPages(read),
    activity: activityContent(requireActivity(read, activityId)),
    statements: listStatements(read),
  };
}

/**
 * Words a certificate completely. Pure of time and file: the same data give the same document.
 * @throws RoundsError `certificates/held` when no statement of the field holds for the activity's date
 */
export function composeCertificate(
  paper: ActivityPaper,
  subject: Pick<Subject, 'name' | 'credentials' | 'kind' | 'claimedQuarters'>,
  issue: { readonly number: string | null; readonly issuedAt: string; readonly replaces: string | null },
): CertificateDocument {
  const { office, activity } = paper;
  const format = formatInSentence(activity.learningFormat);
  const credit = creditOf(subject);
  const fields: Readonly<Record<StatementField, string>> = {
    provider: office.providerName,
    jointProviders: nameList(activity.jointProviders),
    stateSociety: office.stateSociety,
    format,
    formatDescription: activity.formatDescription,
    maximum: formatCredits(activity.maximumQuarters),
    credit: formatCredits(credit),
    CreditNoun: creditNoun(activity.maximumQuarters, office.fractionNoun),
    creditNoun: creditNoun(credit, office.fractionNoun),
  };
  const say = (kind: 'accreditation' | 'designation' | 'award' | 'participation'): readonly StyledText[] => {
    const statement = chooseStatement(paper.statements, kind, {
      accreditor: office.accreditor,
      providership: activity.providership,
      learningFormat: activity.learningFormat,
      date: activity.endsOn,
    });
    if (!statement)
      throw new RoundsError(
        'certificates/held',
        `No ${kind} statement holds for ${formatDate(activity.endsOn)}. Check the activity's date and the statements under Office.`,
      );
    return fillStatement(statement.text, fields);
  };
  const cme = subject.kind === 'cme';
  return {
    kind: 'certificate',
    paper: office.paper,
    number: issue.number,
    heading: cme ? 'Certificate of Credit' : 'Certificate of Participation',
    recipientName: subject.name,
    credentials: subject.credentials,
    lead: cme ? `has participated in the ${format} titled` : `participated in the ${format} titled`,
    activityTitle: activity.title,
    details: details(activity),
    award: cme ? say('award') : say('participation'),
    statements: cme ? [say('accreditation'), say('designation')] : [say('accreditation')],
    providerName: office.providerName,
    providerAddress: office.address,
    logo: office.logo,
    signatories: office.signatories,
    footer: [
      `Issued ${formatDate(dateInZone(issue.issuedAt, office.timeZone))}`,
      ...(issue.replaces === null ? [] : [`Replaces ${issue.replaces}`]),
    ],
    issuedAt: issue.issuedAt,
  };
}

/** Quarter-hours that a document awards: what the physician claimed; nobody else is awarded any. */
export function creditOf(subject: Pick<Subject, 'kind' | 'claimedQuarters'>): number {
  return subject.kind === 'cme' ? (subject.claimedQuarters ?? 0) : 0;
}

/** The data printed, for the sealed record: the document without the pictures' bytes. */
export function documentRecord(document: CertificateDocument): string {
  return JSON.stringify({
    ...document,
    logo: document.logo !== null,
    signatories: document.signatories.map(({ name, title, image }) => ({
      name,
      title,
      signed: image !== null,
    })),
  });
}

function details(activity: ActivityContent): readonly string[] {
  const dates = formatDateRange(activity.startsOn, activity.endsOn);
  const inPerson = activity.delivery !== 'online' && activity.place !== '';
  const described =
    activity.learningFormat === 'other' && activity.formatDescription !== ''
      ? [activity.formatDescription]
      : [];
  return [
    ...described,
    inPerson ? `${dates} · ${activity.place}` : activity.delivery === 'online' ? `${dates} · Online` : dates,
  ];
}
