import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconArrowsExchange, IconCheck, IconCopy, IconEqual, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Curriculum } from '../../../shared/contract/curricula.ts';
import { creditChanges, difference, type Side } from '../../../shared/curricula/difference.ts';
import { differenceSummary, differenceText } from '../../../shared/curricula/difference-words.ts';
import { counted } from '../../../shared/format.ts';
import { showFault } from '../../api/index.ts';
import { EmptyState, PageHeader } from '../../components/index.ts';
import { ChangeList } from './ChangeList.tsx';
import classes from './Compare.module.css';
import { DRAFT, type SideName, sideInWords } from './side-names.ts';

type Named = { readonly name: SideName; readonly side: Side };

/** Two sides to choose, a paragraph, and every difference in its group; to copy and to print. */
export function Comparison({
  curriculum,
  from,
  to,
}: {
  readonly curriculum: Curriculum;
  readonly from: Named;
  readonly to: Named;
}) {
  const [, navigate] = useLocation();
  const [only, setOnly] = useState<'all' | 'credit'>('all');
  const [copied, setCopied] = useState(false);
  const groups = useMemo(() => difference(from.side, to.side), [from.side, to.side]);
  const shown = useMemo(() => (only === 'credit' ? creditChanges(groups) : groups), [only, groups]);
  const { versions } = curriculum;
  const names = { before: sideInWords(from.name, versions), after: sideInWords(to.name, versions) };
  const summary = differenceSummary(from.side, to.side, groups, names);
  const count = shown.reduce((sum, { changes }) => sum + changes.length, 0);

  const choose = (before: SideName, after: SideName): void =>
    navigate(`/curricula/${curriculum.id}/compare?from=${before}&to=${after}`, { replace: true });

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(differenceText(to.side.title, summary, shown));
      setCopied(true);
    } catch {
      showFault({ code: 'internal', message: 'The text could not be copied. Print the page instead.' });
    }
  }

  return (
    <>
      <PageHeader
        title={`Compare: ${to.side.title}`}
        back={{ label: 'Versions', path: `/curricula/${curriculum.id}/versions` }}
        actions={
          <>
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={() => void copy()}
            >
              {copied ? 'Copied' : 'Copy as text'}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              Print
            </Button>
          </>
        }
      />
      <div className={classes.controls}>
        <SideSelect
          label="From"
          value={from.name}
          versions={versions}
          onChange={(name) => choose(name, to.name)}
        />
        <Button
          variant="default"
          aria-label="Swap the two"
          title="Swap the two"
          className={classes.swap ?? ''}
          onClick={() => choose(to.name, from.name)}
        >
          <IconArrowsExchange size={18} aria-hidden />
        </Button>
        <SideSelect
          label="To"
          value={to.name}
          versions={versions}
          onChange={(name) => choose(from.name, name)}
        />
        <SegmentedControl
          aria-label="Which changes"
          value={only}
          onChange={(value) => setOnly(value === 'credit' ? 'credit' : 'all')}
          data={[
            { value: 'all', label: 'Everything' },
            { value: 'credit', label: 'Only what changes credit' },
          ]}
        />
      </div>
      {groups.length === 0 ? (
        <EmptyState icon={<IconEqual size={32} />} title="They read the same">
          {summary}
        </EmptyState>
      ) : (
        <>
          <p className={classes.summary}>{summary}</p>
          <p className={classes.count} role="status">
            {count === 0 ? 'None of the changes bears on credit.' : counted(count, 'change', 'changes')}
          </p>
          {shown.map((group) => (
            <ChangeList key={group.title} group={group} />
          ))}
        </>
      )}
    </>
  );
}

function SideSelect({
  label,
  value,
  versions,
  onChange,
}: {
  readonly label: string;
  readonly value: SideName;
  readonly versions: Curriculum['versions'];
  readonly onChange: (name: SideName) => void;
}) {
  return (
    <Select
      label={label}
      value={String(value)}
      data={[
        { value: DRAFT, label: 'Draft' },
        ...versions.map(({ id, number }) => ({ value: String(id), label: `Version ${number}` })),
      ]}
      onChange={(text) => text !== null && onChange(text === DRAFT ? DRAFT : Number(text))}
      allowDeselect={false}
      className={classes.select ?? ''}
    />
  );
}
