import { expect, test } from 'vitest';
import type { Profession } from '../contract/primitives.ts';
import { AUDIENCES } from '../curricula/words.ts';
import { suggestedSpecialty } from './suggested-specialty.ts';

test.each<[Profession, string, string]>([
  ['physician', 'Diagnostic Radiology', 'radiology'],
  ['physician', 'Interventional radiology', 'radiology'],
  ['physician', 'Nuclear Medicine', 'radiology'],
  ['physician', 'Anatomic and Clinical Pathology', 'pathology'],
  ['physician', 'Dermatopathology', 'pathology'],
  ['physician', 'Family Medicine', 'primary_care'],
  ['physician', 'Internal medicine', 'primary_care'],
  ['physician', 'Pediatrics', 'primary_care'],
  ['physician', 'Hospitalist', 'primary_care'],
  ['physician', 'CARDIOLOGY', 'cardiology'],
  ['physician', 'Pediatric Cardiology', 'cardiology'],
  ['physician', 'Cardiac Surgery', 'surgery'],
  ['physician', 'Cardiothoracic surgery', 'surgery'],
  ['physician', 'Dermatology', 'dermatology'],
  ['physician', 'Ophthalmology', 'ophthalmology'],
  ['physician', 'Emergency Medicine', 'emergency'],
  ['physician', 'Medical Oncology', 'oncology'],
  ['physician', 'Radiation Oncology', 'oncology'],
  ['physician', 'Hematology/Oncology', 'oncology'],
  ['physician', 'General Surgery', 'surgery'],
  ['physician', 'Orthopaedic surgery', 'surgery'],
  ['physician', 'Anesthesiology', 'surgery'],
  ['physician', 'Clinical Informatics', 'informatics'],
  ['physician', 'Psychiatry', ''],
  ['physician', '', ''],
  ['nurse', '', 'nursing'],
  ['nurse', 'Cardiology', 'nursing'],
  ['nurse practitioner', '', 'nursing'],
  ['nurse practitioner', 'Family', 'primary_care'],
  ['physician associate', 'Emergency medicine', 'emergency'],
  ['physician associate', '', ''],
  ['pharmacist', 'Oncology', 'pharmacy'],
  ['pharmacy technician', '', 'pharmacy'],
  ['administrator', 'Radiology', 'administrators'],
  ['data scientist', '', 'informatics'],
  ['psychologist', 'Oncology', ''],
  ['other', 'Speech-language pathology', ''],
  ['other', 'Psychopathology', ''],
  ['other', 'Machine learning', 'informatics'],
  ['student', 'Surgery', 'surgery'],
])('%s of “%s” learns with “%s”', (profession, specialty, group) => {
  expect(suggestedSpecialty(profession, specialty)).toBe(group);
  if (group !== '') expect(AUDIENCES).toContain(group);
});
