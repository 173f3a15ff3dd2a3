import type { Input } from '../../../shared/contract/index.ts';
import { PersonContent } from '../../../shared/contract/people.ts';
import type { Profession } from '../../../shared/contract/primitives.ts';
import { pseudoRandom } from './pictures.ts';

/** Given name, family name, credentials, specialty: invented people, grouped by profession. */
type Line = readonly [givenName: string, familyName: string, credentials: string, specialty: string];

const PEOPLE: readonly (readonly [Profession, readonly Line[]])[] = [
  [
    'physician',
    [
      ['Amara', 'Okonkwo', 'MD', 'Internal Medicine'],
      ['Anne-Marie', 'Hernández', 'MD, PhD', 'Radiology'],
      ['Benjamin', 'Whitfield', 'DO', 'Family Medicine'],
      ['Chioma', 'Eze', 'MBBS', 'Emergency Medicine'],
      ['Dmitri', 'Sokolov', 'MD', 'Pathology'],
      ['Eleni', 'Παπαδοπούλου', 'MD', 'Ophthalmology'],
      ['Finn', "O'Connor", 'MB BCh BAO', 'Cardiology'],
      ['Grace', 'Lindqvist', 'MD, MPH', 'Family Medicine'],
      ['Hoàng', 'Nguyễn', 'MD', 'Dermatology'],
      ['Ingrid', 'Sørensen', 'MD', 'Oncology'],
      ['Jun', '田中', 'MD', 'Radiology'],
      ['Khalid', 'Al-Hassan', 'MBBS', 'Internal Medicine'],
      ['Leila', 'Yılmaz', 'MD', 'Surgery'],
      ['María José', 'de la Cruz', 'MD', 'Pediatrics'],
      ['Nadia', 'Petrović', 'MD', 'Oncology'],
      ['Oleksandr', 'Шевченко', 'MD, PhD', 'Pathology'],
      ['Priya', 'Raghunathan', 'MD', 'Cardiology'],
      ['Quentin', 'Dubois', 'DO', 'Emergency Medicine'],
      ['Rachel', 'כהן', 'MD', 'Psychiatry'],
      ['Seo-yeon', '김', 'MD', 'Radiology'],
      ['Tomáš', 'Dvořák', 'MUDr.', 'Surgery'],
      ['सुनीता', 'शर्मा', 'MBBS, MD', 'Internal Medicine'],
      ['Victor', 'van der Berg', 'MD', 'Anesthesiology'],
      ['Wei', '陈', 'MD, PhD', 'Radiology'],
    ],
  ],
  [
    'nurse',
    [
      ['Ximena', 'Castillo', 'MSN, RN', ''],
      ['Yusuf', 'Demir', 'BSN, RN', ''],
      ['Zoë', 'Abrahams', 'RN', ''],
      ['Agnieszka', 'Wójcik', 'BSN, RN, CCRN', ''],
      ['Bruno', 'Ferreira', 'RN', ''],
      ['สมชาย', 'วงศ์สวัสดิ์', 'RN', ''],
      ['Caitlín', 'Ní Dhomhnaill', 'RN', ''],
      ['Deborah', 'Achterberg', 'RN, OCN', ''],
    ],
  ],
  [
    'nurse practitioner',
    [
      ['Esther', 'Mwangi', 'DNP, APRN', 'Primary Care'],
      ['Freya', 'Lindström', 'APRN, FNP-C', 'Primary Care'],
      ['Gabriel', 'Moreau', 'APRN', 'Acute Care'],
      ['Hana', 'Kobayashi', 'DNP', 'Oncology'],
    ],
  ],
  [
    'physician associate',
    [
      ['Isaac', 'Goldstein', 'PA-C', 'Surgery'],
      ['Joana', 'Carvalho', 'PA-C', 'Emergency Medicine'],
      ['Kwame', 'Mensah', 'PA-C', 'Cardiology'],
    ],
  ],
  [
    'pharmacist',
    [
      ['Lucía', 'Fernández', 'PharmD', ''],
      ['Mikhail', 'Ivanov', 'PharmD, BCPS', ''],
      ['Noor', 'الرشيد', 'PharmD', ''],
      ['Oskar', 'Müller', 'PharmD', ''],
    ],
  ],
  ['pharmacy technician', [['Pilar', 'Ruiz', 'CPhT', '']]],
  [
    'psychologist',
    [
      ['Ravi', 'Patel', 'PhD', ''],
      ['Sofia', 'Bianchi', 'PsyD', ''],
    ],
  ],
  [
    'social worker',
    [
      ['Tanisha', 'Greene', 'LCSW', ''],
      ['Ulrike', 'Groß', 'MSW', ''],
    ],
  ],
  ['dentist', [['Vasilis', 'Kazan', 'DMD', '']]],
  ['dietitian', [['Wanda', 'Nowak', 'RDN', '']]],
  [
    'administrator',
    [
      ['Abigail', 'Thornton', 'MHA', ''],
      ['Björk', 'Jónsdóttir', 'MBA', ''],
      ['Cedric', 'Baptiste', 'MHA', ''],
    ],
  ],
  [
    'data scientist',
    [
      ['Daniela', 'Popescu', 'PhD', ''],
      ['Emeka', 'Nwosu', 'MS', ''],
      ['Farid', 'Karimi', 'PhD', ''],
    ],
  ],
  [
    'student',
    [
      ['Georgia', 'Hart', '', ''],
      ['Hugo', 'Silva', '', ''],
    ],
  ],
  [
    'other',
    [
      ['Irena', 'Kovačić', 'MS', ''],
      ['James', 'Tui', 'RRT', ''],
    ],
  ],
];

/** People whom somebody entered a second time, written otherwise: work for the finder of duplicates. */
export const ENTERED_TWICE: readonly Input<'people.create'>[] = [
  twice('Ben', 'Whitfield', 'DO', 'Family Medicine'),
  twice('Priya', 'Raghunatan', 'MD', 'Cardiology'),
];

function twice(
  givenName: string,
  familyName: string,
  credentials: string,
  specialty: string,
): Input<'people.create'> {
  return {
    givenName,
    familyName,
    credentials,
    profession: 'physician',
    specialty,
    email: `${familyName.toLowerCase()}@clinic.example.org`,
    npi: '',
    licences: [],
    birthMonthDay: '',
    notes: '',
  };
}

/** Professions that carry a National Provider Identifier here. */
const WITH_NPI: ReadonlySet<Profession> = new Set([
  'physician',
  'nurse practitioner',
  'physician associate',
  'pharmacist',
]);

const STATES = ['CO', 'NY', 'CA', 'TX', 'IL', 'WA', 'MA', 'FL'] as const;

/** The people of the sample office: about sixty, in many scripts and professions. The same every time. */
export function samplePeople(): readonly PersonContent[] {
  const random = pseudoRandom(2_026);
  const whole = (below: number): number => Math.floor(random() * below);
  let number = 0;
  return PEOPLE.flatMap(([profession, lines]) =>
    lines.map(([givenName, familyName, credentials, specialty]): PersonContent => {
      number += 1;
      const licensed =
        credentials !== '' && profession !== 'data scientist' && profession !== 'administrator';
      const month = String(1 + whole(12)).padStart(2, '0');
      const day = String(1 + whole(28)).padStart(2, '0');
      const content = PersonContent.parse({
        givenName,
        familyName,
        credentials,
        profession,
        specialty,
        email: `${mailName(givenName, familyName)}.${number}@example.org`,
        npi: WITH_NPI.has(profession) ? npi(100_000_000 + whole(199_999_999)) : '',
        licences: licensed
          ? [{ state: STATES[whole(STATES.length)] ?? 'CO', number: String(whole(999_999)).padStart(6, '0') }]
          : [],
        birthMonthDay: `${month}-${day}`,
        notes: '',
      });
      return { ...content, ...(FURTHER[`${givenName} ${familyName}`] ?? {}) };
    }),
  );
}

/** What the office knows beyond the usual of some people, so that every part of a record is seen in use. */
const FURTHER: Readonly<Record<string, Partial<PersonContent>>> = {
  'Anne-Marie Hernández': {
    middleName: 'Lucía',
    formerNames: [{ name: 'Anne-Marie Whitcombe', until: '2023-06-17' }],
    furtherEmails: ['a.whitcombe@example.org'],
    credentialRecords: [
      { credential: 'MD', since: '2009-05-30', until: null },
      { credential: 'PhD', since: '2014-09-12', until: null },
      { credential: 'ABR certification', since: '2015-06-01', until: '2025-12-31' },
    ],
    furtherSpecialties: ['Breast Imaging', 'Clinical Informatics'],
    orcid: '0000-0002-1825-0097',
    sharing: 'given',
    sharingOn: '2026-01-12',
  },
  'Amara Okonkwo': {
    boardIds: [{ board: 'ABIM', id: '318204' }],
    sharing: 'given',
    sharingOn: '2026-02-03',
  },
  'Benjamin Whitfield': { middleName: 'James', suffix: 'Jr.', sharing: 'refused', sharingOn: '2026-02-17' },
  'María José de la Cruz': {
    boardIds: [{ board: 'ABP', id: '0097415' }],
    furtherSpecialties: ['Neonatal Medicine'],
  },
  'Leila Yılmaz': { boardIds: [{ board: 'ABS', id: '55120' }], displayName: 'Leyla Yılmaz' },
  'Noor الرشيد': { nabpId: '1204587', sharing: 'given', sharingOn: '2026-03-05' },
  'Lucía Fernández': {
    nabpId: '0998213',
    credentialRecords: [{ credential: 'PharmD', since: '2012-06-01', until: null }],
  },
};

function mailName(givenName: string, familyName: string): string {
  const plain = `${givenName} ${familyName}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.');
  return plain === '' ? 'learner' : plain;
}

/** A ten-digit identifier that begins with 1 or 2, with its check digit (CMS: Luhn over 80840 and the nine digits). */
function npi(nineDigits: number): string {
  const digits = String(nineDigits);
  const sum = [...`80840${digits}`].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
