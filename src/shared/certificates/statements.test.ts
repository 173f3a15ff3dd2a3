import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import file from '../../../resources/statements/statements.json';
import { LEARNING_FORMATS } from '../contract/primitives.ts';
import { formatInSentence } from './learning-formats.ts';
import { chooseStatement, type StatementCase, StatementData } from './statements.ts';

const SHIPPED = z.array(StatementData).parse(file);
const CASE: StatementCase = {
  accreditor: 'accme',
  providership: 'direct',
  learningFormat: 'live activity',
  date: '2026-11-21',
};

describe('statements as shipped', () => {
  test.each([
    ['accme', 'direct', /^The \{provider\} is accredited by the Accreditation Council .* for physicians\.$/],
    [
      'accme',
      'joint',
      /joint providership of \{provider\} and \{jointProviders\}\. .* accredited by the ACCME/,
    ],
    ['state', 'direct', /^The \{provider\} is accredited by the \{stateSociety\}/],
    ['state', 'joint', /policies of the \{stateSociety\} through the joint providership/],
    ['joint', 'direct', /^In support of improving patient care, \{provider\} is jointly accredited/],
    [
      'joint',
      'joint',
      /has been planned and implemented by \{provider\} and \{jointProviders\}\. \{provider\} is/,
    ],
  ] as const)('accredited by %s, %s providership', (accreditor, providership, expected) => {
    const found = chooseStatement(SHIPPED, 'accreditation', { ...CASE, accreditor, providership });
    expect(found?.text).toMatch(expected);
    expect(found?.text).not.toMatch(/essential areas|sponsor/i);
  });

  test('there is one of each kind for every accreditor, providership and format today', () => {
    for (const accreditor of ['accme', 'state', 'joint'] as const)
      for (const providership of ['direct', 'joint'] as const)
        for (const learningFormat of LEARNING_FORMATS)
          for (const kind of ['accreditation', 'designation', 'award', 'participation'] as const)
            expect(
              chooseStatement(SHIPPED, kind, { ...CASE, accreditor, providership, learningFormat }),
            ).not.toBeNull();
  });

  test('participation is never “awarded”, and the credit phrase is italic with its mark', () => {
    for (const { kind, text } of SHIPPED) {
      if (kind === 'participation') expect(text).not.toMatch(/award/i);
      if (text.includes('AMA PRA')) expect(text).toMatch(/\*AMA PRA Category 1 \{[Cc]reditNoun\}\*™/);
    }
  });

  test('“other” is designated with its description', () => {
    const found = chooseStatement(SHIPPED, 'designation', { ...CASE, learningFormat: 'other' });
    expect(found?.text).toContain('other activity ({formatDescription})');
  });

  test('none holds before the wording was in force', () => {
    expect(chooseStatement(SHIPPED, 'designation', { ...CASE, date: '2011-06-30' })).toBeNull();
    expect(chooseStatement(SHIPPED, 'designation', { ...CASE, date: '2011-07-01' })).not.toBeNull();
  });
});

describe('choosing', () => {
  const base = {
    kind: 'accreditation' as const,
    accreditor: null,
    providership: null,
    learningFormat: null,
    validFrom: '2014-01-01',
    validTo: null,
  };

  test('takes the wording of the day, both last days included', () => {
    const old = { ...base, validFrom: '2010-01-01', validTo: '2026-06-30', text: 'old' };
    const next = { ...base, validFrom: '2026-07-01', text: 'new' };
    const on = (date: string) => chooseStatement([next, old], 'accreditation', { ...CASE, date })?.text;
    expect(on('2026-06-30')).toBe('old');
    expect(on('2026-07-01')).toBe('new');
  });

  test('prefers the more particular over the later', () => {
    const general = { ...base, validFrom: '2025-01-01', text: 'general' };
    const particular = { ...base, accreditor: 'accme' as const, text: 'particular' };
    expect(chooseStatement([general, particular], 'accreditation', CASE)?.text).toBe('particular');
    expect(
      chooseStatement([general, particular], 'accreditation', { ...CASE, accreditor: 'state' })?.text,
    ).toBe('general');
  });
});

test('an unknown field in a statement is refused', () => {
  expect(StatementData.safeParse({ ...SHIPPED[0], text: 'The {sponsor}.' }).success).toBe(false);
});

test.each(LEARNING_FORMATS)('“%s” reads as a noun in a sentence', (format) => {
  expect(formatInSentence(format)).toMatch(/(activity|material)$/);
});
