import { describe, expect, test } from 'vitest';
import {
  findProfession,
  looksLikeCredentials,
  professionFromCredentials,
  professionFromText,
} from './profession.ts';

describe('letters after the name', () => {
  test.each([
    ['MD', 'physician'],
    ['M.D., Ph.D.', 'physician'],
    ['MD-PhD', 'physician'],
    ['PhD, DO', 'physician'],
    ['MBBS', 'physician'],
    ['MB BCh', 'physician'],
    ['MB ChB', 'physician'],
    ['MBChB', 'physician'],
    ['BM BS', 'physician'],
    ['MDCM', 'physician'],
    ['Dr. med.', 'physician'],
    // A nurse with a medical degree is a physician; a dentist is none.
    ['RN, MD', 'physician'],
    ['DMD', 'dentist'],
    ['PA-C', 'physician associate'],
    ['PharmD', 'pharmacist'],
    ['DNP, APRN', 'nurse practitioner'],
    ['PhD', null],
    ['DPT', null],
    ['OD', null],
    ['DVM', null],
    ['MDS', null],
    ['', null],
    ['constructor', null],
  ])('%s: %s', (credentials, profession) => {
    expect(professionFromCredentials(credentials)).toBe(profession);
  });
});

describe('the profession column', () => {
  test.each([
    ['Physician', 'physician'],
    ['Attending physician', 'physician'],
    ['Orthopaedic surgeon', 'physician'],
    ['Ärztin', 'physician'],
    ['Médico', 'physician'],
    ['MD', 'physician'],
    ['DO', 'physician'],
    ['Physician Associate/Assistant', 'physician associate'],
    ["Physician's assistant", 'physician associate'],
    ['Nurse Practitioner', 'nurse practitioner'],
    ['Registered nurse', 'nurse'],
    ['Doctor of Nursing Practice', 'nurse'],
    ['Dental surgeon', 'dentist'],
    ['Veterinary surgeon', null],
    ['Medical student', 'student'],
    ['Physician liaison', 'administrator'],
    ['Pharmacy resident', 'pharmacist'],
    // Said of many professions: no credit is awarded on these words alone.
    ['Resident', null],
    ['Fellow', null],
    ['Doctor of Physical Therapy', null],
    ['Técnico do hospital', null],
    ['', null],
  ])('%s: %s', (text, profession) => {
    expect(professionFromText(text)).toBe(profession);
  });
});

test('letters of another licence decide against the word physician, and it is said', () => {
  expect(findProfession('Physician', 'PA-C')).toMatchObject({ profession: 'physician associate' });
  expect(findProfession('Physician', 'PA-C').note).toContain('PA-C');
  expect(findProfession('Physician', 'PhD')).toEqual({ profession: 'physician', note: '' });
  expect(findProfession('Resident', 'MD')).toEqual({ profession: 'physician', note: '' });
  expect(findProfession('Resident', 'PharmD')).toEqual({ profession: 'pharmacist', note: '' });
});

test('a given name is not taken for letters', () => {
  expect(looksLikeCredentials('MD, PhD')).toBe(true);
  expect(looksLikeCredentials('MB BCh')).toBe(true);
  expect(looksLikeCredentials('DO')).toBe(true);
  expect(looksLikeCredentials('Do')).toBe(false);
  expect(looksLikeCredentials('Ana')).toBe(false);
});
