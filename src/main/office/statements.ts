import { z } from 'zod';
import statementsFile from '../../../resources/statements/statements.json';
import { StatementData } from '../../shared/certificates/statements.ts';
import type { Statement } from '../../shared/contract/office.ts';
import type { Reader, Writer } from '../database/index.ts';

/** Fills an empty file with the required statements, each with the dates it holds and where it comes from. */
export function seedStatements(writer: Writer): void {
  for (const statement of z.array(StatementData).parse(statementsFile)) {
    writer.insert('statements', {
      kind: statement.kind,
      accreditor: statement.accreditor,
      providership: statement.providership,
      learning_format: statement.learningFormat,
      valid_from: statement.validFrom,
      valid_to: statement.validTo,
      text: statement.text,
      source: statement.source,
      confidence: statement.confidence,
    });
  }
}

/** Every statement the file holds, by kind, the ones in force longest first. */
export function listStatements(read: Reader): readonly Statement[] {
  const rows = read.all(
    read.from.selectFrom('statements').selectAll().orderBy('kind').orderBy('valid_from').orderBy('id'),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    accreditor: row.accreditor,
    providership: row.providership,
    learningFormat: row.learning_format,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    text: row.text,
    source: row.source,
    confidence: row.confidence,
  }));
}
