import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { OfficeSettings, Statement } from '../../shared/contract/office.ts';
import { formatDate } from '../../shared/format.ts';
import { useRead } from '../api/index.ts';
import { FaultNotice, Loading, Section } from '../components/index.ts';
import classes from './Statements.module.css';

const KINDS: Readonly<Record<Statement['kind'], string>> = {
  accreditation: 'Accreditation',
  designation: 'Credit designation',
  award: 'Award of credit',
  participation: 'Participation',
};

const ACCREDITOR_NAMES: Readonly<Record<OfficeSettings['accreditor'], string>> = {
  accme: 'ACCME',
  state: 'state medical society',
  joint: 'Joint Accreditation',
};

/** The required sentences as dated data: since when each holds, where it comes from and how sure that is. */
export function Statements({ accreditor }: { readonly accreditor: OfficeSettings['accreditor'] }) {
  const statements = useRead('statements.list', {});
  const [all, setAll] = useState(false);
  const shown = (statements.data ?? []).filter(
    (statement) => all || statement.accreditor === null || statement.accreditor === accreditor,
  );
  return (
    <Section
      title="Required statements"
      description="The sentences that certificates and syllabi must carry, word for word. A certificate prints what held on the day of its activity. Words in brackets are filled in."
      actions={
        <Switch
          label="Show every accreditor's"
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      }
    >
      {statements.isPending ? <Loading /> : null}
      {statements.error ? (
        <FaultNotice fault={statements.error} onRetry={() => void statements.refetch()} />
      ) : null}
      <ul className={classes.list}>
        {shown.map((statement) => (
          <li key={statement.id} className={classes.item}>
            <div className={classes.case}>
              <h3>{KINDS[statement.kind]}</h3>
              <p>{caseOf(statement)}</p>
              <p>
                {statement.validTo
                  ? `${formatDate(statement.validFrom)} to ${formatDate(statement.validTo)}`
                  : `Since ${formatDate(statement.validFrom)}`}
              </p>
            </div>
            <div>
              <blockquote className={classes.text}>{italics(statement.text)}</blockquote>
              <p className={classes.source}>
                {statement.source}. Confidence: {statement.confidence}.
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function caseOf({ accreditor, providership, learningFormat }: Statement): string {
  const parts = [
    accreditor ? ACCREDITOR_NAMES[accreditor] : null,
    providership === 'joint'
      ? 'joint providership'
      : providership === 'direct'
        ? 'direct providership'
        : null,
    learningFormat,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Every case' : parts.join(', ');
}

/** What is filled in, as a reader would name it. */
const FILLED: Readonly<Record<string, string>> = {
  provider: 'provider',
  jointProviders: 'joint providers',
  stateSociety: 'state medical society',
  format: 'learning format',
  formatDescription: 'description of the format',
  maximum: 'maximum',
  credit: 'credits',
  creditNoun: 'Credits',
  CreditNoun: 'Credits',
};

/** Italic parts stand between asterisks. */
function italics(text: string) {
  return text
    .replace(/\{(\w+)\}/g, (_, name: string) => `[${FILLED[name] ?? name}]`)
    .split('*')
    .map((part, index) => ({ part, place: `${index} ${part}`, italic: index % 2 === 1 }))
    .map(({ part, place, italic }) => (italic ? <i key={place}>{part}</i> : part));
}
