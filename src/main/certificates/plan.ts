import type { IssuePlan } from '../../shared/contract/certificates.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader } from '../database/index.ts';
import { type ActivityPaper, activityPaper, composeCertificate, creditOf } from './compose.ts';
import type { PageRenderer, Unprintable } from './render/document.ts';
import { type Held, type Subject, subjects } from './subject.ts';

/** Who would get what, and who is held and why. Names that cannot be printed are found here, before anything is issued. */
export async function issuePlan(
  read: Reader,
  pages: PageRenderer,
  activityId: number,
  now: string,
): Promise<IssuePlan> {
  const paper = activityPaper(read, activityId);
  const everyone = subjects(read, activityId, now);
  const judged = await Promise.all(
    everyone
      .filter((subject) => subject.certificateId === null)
      .map(async (subject) => ({
        subject,
        held: subject.heldBecause ?? (await printingProblem(pages, paper, subject, now)),
      })),
  );
  return {
    ready: judged.flatMap(({ subject, held }) =>
      held === null
        ? [
            {
              enrolmentId: subject.enrolmentId,
              name: subject.name,
              credentials: subject.credentials,
              kind: subject.kind,
              creditQuarters: creditOf(subject),
            },
          ]
        : [],
    ),
    held: judged.flatMap(({ subject: { enrolmentId, personId, name, credentials }, held }) =>
      held === null ? [] : [{ enrolmentId, personId, name, credentials, ...held }],
    ),
    alreadyIssued: everyone.filter((subject) => subject.certificateId !== null).length,
  };
}

async function printingProblem(
  pages: PageRenderer,
  paper: ActivityPaper,
  subject: Subject,
  now: string,
): Promise<Held | null> {
  try {
    const document = composeCertificate(paper, subject, { number: null, issuedAt: now, replaces: null });
    const unprintable = await pages.check(document);
    if (unprintable.length === 0) return null;
    return { reason: unprintableReason(unprintable), place: placeOf(unprintable), certificateId: null };
  } catch (error) {
    if (error instanceof RoundsError) return { reason: error.message, place: 'office', certificateId: null };
    throw error;
  }
}

/** Members of a document as the coordinator knows them, and where they are corrected. */
const FIELDS: Readonly<Record<string, { readonly words: string; readonly place: Held['place'] }>> = {
  recipientName: { words: 'the name', place: 'person' },
  credentials: { words: 'the credentials', place: 'person' },
  activityTitle: { words: 'the title of the activity', place: 'activity' },
  details: { words: 'the place of the activity', place: 'activity' },
  statements: { words: 'a statement', place: 'activity' },
  providerName: { words: 'the name of the provider', place: 'office' },
  providerAddress: { words: 'the address of the office', place: 'office' },
  signatories: { words: 'the signatories', place: 'office' },
};

/** A page's unprintable characters as one sentence. */
export function unprintableReason(unprintable: readonly Unprintable[]): string {
  const [first] = unprintable;
  const field = FIELDS[first?.field ?? '']?.words ?? 'the text';
  // A control character shows nothing, or moves what follows: its number says enough.
  const shown = /^\P{C}+$/u.test(first?.character ?? '')
    ? `“${first?.character}” (${first?.codePoint})`
    : first?.codePoint;
  return `No font can print ${shown} in ${field}. Correct it and issue again.`;
}

function placeOf(unprintable: readonly Unprintable[]): Held['place'] {
  return FIELDS[unprintable[0]?.field ?? '']?.place ?? 'office';
}
