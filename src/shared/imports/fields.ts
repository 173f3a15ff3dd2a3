import type { ImportField } from '../contract/people.ts';
import { fold } from '../people/name.ts';

/** Headings by which a column is known, folded, letters and digits only; the more particular come first. */
const HEADINGS: readonly (readonly [ImportField, RegExp])[] = [
  [
    'fullName',
    /^(name|fullname|participant|participantname|attendee|attendeename|usernameoriginalname|nameoriginalname|username|displayname|learner|learnername|nom|nombre|nachnamevorname|namevorname)$/,
  ],
  ['givenName', /^(firstname|givenname|forename|first|vorname|prenom|nombredepila|nombres)$/],
  [
    'familyName',
    /^(lastname|familyname|surname|last|nachname|familienname|nomdefamille|apellido|apellidos)$/,
  ],
  [
    'credentials',
    /^(credentials?|degrees?|suffix|titel|title|designations?|lettersaftername|qualifications?)$/,
  ],
  ['profession', /^(professions?|role|jobrole|discipline|beruf|learnertype|professiontype|occupation)$/],
  ['specialty', /^(special(i)?ty|specialties|fachgebiet|fachrichtung|specialite|especialidad|department)$/],
  [
    'email',
    /^(e?mail|e?mailaddress|useremail|emailadresse|correo|correoelectronico|courriel|participantemail)$/,
  ],
  ['npi', /^(npi|npinumber|npino|nationalprovideridentifier)$/],
  ['licence', /^(licen[cs]e|licen[cs]eno|licen[cs]enumber|statelicen[cs]e|medicallicen[cs]e)$/],
  ['birthMonthDay', /^(birthmonthday|birthday|dateofbirth|dob|birthdate|monthdayofbirth|birth)$/],
  ['joinTime', /^(jointime|firstjoin|joined|timejoined|joindate|starttime|join)$/],
  ['leaveTime', /^(leavetime|lastleave|left|timeleft|leave|endtime)$/],
  [
    'minutes',
    /^(timeinsessionminutes|durationminutes|totaldurationminutes|inmeetingduration|duration|minutes|timeinsession|attendanceduration|minutesattended)$/,
  ],
  ['attended', /^(attended|attendance|present|presence|anwesend)$/],
  ['score', /^(score|assessment|assessmentscore|posttest|posttestscore|quizscore|result)$/],
  ['evaluation', /^(evaluation|evaluationreturned|evaluationdate|evaluationcompleted|survey)$/],
];

/** The field that a heading names, or `ignore`. */
export function recogniseHeading(heading: string): ImportField {
  const folded = fold(heading).replace(/[^\p{L}\p{N}]/gu, '');
  return HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'ignore';
}

/** Recognises a row of headings; a field that a column to the left has taken is not taken twice. */
export function recogniseHeadings(headings: readonly string[]): readonly ImportField[] {
  const taken = new Set<ImportField>();
  return headings.map((heading) => {
    const field = recogniseHeading(heading);
    if (field === 'ignore' || taken.has(field)) return 'ignore';
    taken.add(field);
    return field;
  });
}
