import { expect, test } from 'vitest';
import { ratingOf, recogniseReflectionHeadings } from './reflection-fields.ts';

const COMPETENCIES = [
  { code: 'F1', name: 'AI concepts and vocabulary' },
  { code: 'F4', name: 'Generative AI and language-model behavior' },
  { code: 'C1', name: 'Use-case fit and indication' },
  { code: 'C8', name: 'Using generative AI in care' },
  { code: 'I1', name: 'Problem and value framing' },
];

test.each([
  // As survey tools write them.
  [
    [
      'Timestamp',
      'Email Address',
      'Name',
      'What will you change in your practice?',
      'Commitment to change',
      'Follow-up date',
    ],
    ['writtenOn', 'email', 'fullName', 'change', 'commitment', 'followUpOn'],
  ],
  [
    ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'I commit to'],
    ['ignore', 'ignore', 'writtenOn', 'email', 'fullName', 'commitment'],
  ],
  // As the program's own export has them.
  [
    [
      'Name',
      'E-mail',
      'Date',
      'What will change',
      'Commitment',
      'Follow-up date',
      'Outcome',
      'Followed up on',
      'F1 before',
    ],
    [
      'fullName',
      'email',
      'writtenOn',
      'change',
      'commitment',
      'followUpOn',
      'outcome',
      'followedUpOn',
      'before:F1',
    ],
  ],
  [
    ['F1 before', 'F1 after', 'Before: Generative AI', 'After: Generative AI'],
    ['before:F1', 'after:F1', 'before:F4', 'after:F4'],
  ],
  [
    ['Confidence before the course – C8 Using generative AI in care', 'Post: use-case fit and indication'],
    ['before:C8', 'after:C1'],
  ],
  // A code that is also a word, both sides in one heading, a competency that is not there, and the same column twice.
  [
    ['Before and after F1', 'After: Robotics', 'Before', 'F1 after', 'After F1', 'Score', 'Birthday'],
    ['ignore', 'ignore', 'ignore', 'after:F1', 'ignore', 'ignore', 'ignore'],
  ],
])('%j', (headings, fields) => {
  expect(recogniseReflectionHeadings(headings, COMPETENCIES)).toEqual(fields);
});

test('a column of ratings names its side and competency', () => {
  expect(ratingOf('before:F1')).toEqual({ side: 'before', code: 'F1' });
  expect(ratingOf('after:G7')).toEqual({ side: 'after', code: 'G7' });
  expect(ratingOf('commitment')).toBeNull();
});
