import { dateInZone } from '../../shared/activities/schedule.ts';
import { formatInSentence, isLive } from '../../shared/certificates/learning-formats.ts';
import { chooseStatement, type StatementField } from '../../shared/certificates/statements.ts';
import { creditNoun, fillStatement, nameList, type StyledText } from '../../shared/certificates/wording.ts';
import type { ActivityContent } from '../../shared/contract/activities.ts';
import { RoundsError } from '../../shared/errors.ts';
import { formatCredits, formatDate, formatDateRange } from '../../shared/format.ts';
import { activityContent, requireActivity } from '../activities/index.ts';
import type { Reader } from '../database/index.ts';
import { listStatements, type OfficeForPages, officeForPages } from '../office/index.ts';
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
  subject: Pick<Subject, 'name' | 'credentials' | 'kind' | 'claimedQuarters' | 'evaluationReturnedOn'>,
  issue: { readonly number: string | null; readonly issuedAt: string; readonly replaces: string | null },
): CertificateDocument {
  const { office, activity } = paper;
  const format = formatInSentence(activity.learningFormat);
  // “The other activity” would not be English; the format is named with its description below.
  const kindOfActivity = activity.learningFormat === 'other' ? 'activity' : format;
  const credit = creditOf(subject);
  const completedOn = isLive(activity.learningFormat) ? null : subject.evaluationReturnedOn;
  const date = completedOn ?? activity.endsOn;
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
      date,
    });
    if (!statement)
      throw new RoundsError(
        'certificates/held',
        `No ${kind} statement holds for ${formatDate(date)}. Check the activity's date and the statements under Office.`,
      );
    return fillStatement(statement.text, fields);
  };
  const cme = subject.kind === 'cme';
  return {
    kind: 'certificate',
    paper: office.paper,
    number: issue.number,
    heading: cme ? 'Certificate of Credit' : 'Certificate of Participation',
    preface: 'This certifies that',
    recipientName: subject.name,
    credentials: subject.credentials,
    lead: cme
      ? `has participated in the ${kindOfActivity} titled`
      : `participated in the ${kindOfActivity} titled`,
    activityTitle: activity.title,
    details: details(activity, completedOn),
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

/** Dates of a live activity, or the day this person completed it; the place if people met in person. */
function details(activity: ActivityContent, completedOn: string | null): readonly string[] {
  const dates =
    completedOn === null
      ? formatDateRange(activity.startsOn, activity.endsOn)
      : `Completed ${formatDate(completedOn)}`;
  const inPerson = activity.delivery !== 'online' && activity.place !== '';
  const described =
    activity.learningFormat === 'other' ? [`Learning format: other (${activity.formatDescription})`] : [];
  return [
    ...described,
    inPerson ? `${dates} · ${activity.place}` : activity.delivery === 'online' ? `${dates} · Online` : dates,
  ];
}
