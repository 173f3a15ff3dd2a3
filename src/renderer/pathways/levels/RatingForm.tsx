import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import {
  EVIDENCE_KINDS,
  type EvidenceKind,
  type LearnerLevel,
  type ShownLevel,
} from '../../../shared/contract/learners.ts';
import type { Competency } from '../../../shared/contract/modules.ts';
import { counted } from '../../../shared/format.ts';
import { SELF_RATING_CAP } from '../../../shared/pathways/learner-levels.ts';
import { useCommand } from '../../api/index.ts';
import { FaultNotice, Section } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { KINDS, LEVELS, todayHere } from '../words.ts';
import { Anchors } from './Anchors.tsx';
import { keepRatings, keptRatings, type Ratings } from './kept-ratings.ts';
import { RatingTable } from './RatingTable.tsx';

/** Records evidence for many competencies at once: what kind, when, by whom, and a level for each that was looked at. */
export function RatingForm({
  personId,
  competencies,
  levels,
  onClose,
}: {
  readonly personId: number;
  readonly competencies: readonly Competency[];
  readonly levels: readonly LearnerLevel[];
  readonly onClose: () => void;
}) {
  const [ratings, setRatings] = useState<Ratings>(() => keptRatings(personId) ?? startRatings());
  const [focused, setFocused] = useState(competencies[0]?.code ?? '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const record = useCommand('learners.recordEvidence');
  const missing = missingIn(ratings);
  const rated = Object.entries(ratings.levels);

  function change(part: Partial<Ratings>): void {
    const next = { ...ratings, ...part };
    setRatings(next);
    keepRatings(personId, next);
  }

  function rate(code: string, level: ShownLevel | null): void {
    const { [code]: _before, ...others } = ratings.levels;
    change({ levels: level === null ? others : { ...others, [code]: level } });
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing.datedOn || missing.source || missing.reason || missing.levels) {
      // What is missing takes the focus: it may be far above the button.
      const invalid = ['[aria-invalid="true"]', '[data-level-choice] input'].join(', ');
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(invalid)?.focus());
      return;
    }
    const { kind, datedOn, source } = ratings;
    const reason = kind === 'override' ? ratings.reason.trim() : '';
    const capped = kind === 'self-rating' ? rated.filter(([, level]) => level > SELF_RATING_CAP) : [];
    const done = [
      `Recorded ${counted(rated.length, 'level', 'levels')} by ${KIND_PHRASES[kind]}.`,
      ...(capped.length === 0 ? [] : [capInWords(capped.map(([code]) => code))]),
    ].join(' ');
    const evidence = rated.map(([competencyCode, level]) => ({
      competencyCode,
      level,
      kind,
      datedOn,
      source: source.trim(),
      reason,
    }));
    if (!(await record.run({ personId, evidence }, { done, quiet: true }))) return;
    keepRatings(personId, null);
    onClose();
  }

  function giveUp(): void {
    keepRatings(personId, null);
    onClose();
  }

  const current = competencies.find(({ code }) => code === focused);
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Section title="Record evidence" description={KIND_HELP[ratings.kind]}>
        <div className={classes.stack}>
          <SegmentedControl
            aria-label="Kind of evidence"
            className={classes.fits ?? ''}
            data={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: KINDS[kind] }))}
            value={ratings.kind}
            onChange={(value) => {
              const kind = EVIDENCE_KINDS.find((candidate) => candidate === value);
              if (kind) change({ kind });
            }}
          />
          <div className={classes.fields}>
            <TextInput
              type="date"
              label="Date"
              value={ratings.datedOn}
              max={todayHere()}
              onChange={(event) => change({ datedOn: event.currentTarget.value })}
              error={tried ? missing.datedOn : null}
              required
            />
            <TextInput
              label={SOURCE_LABELS[ratings.kind]}
              value={ratings.source}
              maxLength={300}
              onChange={(event) => change({ source: event.currentTarget.value })}
              error={tried ? missing.source : null}
              required={needsSource(ratings.kind)}
            />
            {ratings.kind === 'override' ? (
              <TextInput
                label="Reason"
                value={ratings.reason}
                maxLength={300}
                onChange={(event) => change({ reason: event.currentTarget.value })}
                error={tried ? missing.reason : null}
                required
              />
            ) : null}
          </div>
        </div>
      </Section>
      <Section
        title="Levels"
        description="Press 0, 1, 2 or 3 to choose and go on; up and down move, Backspace takes a choice back. Leave out what was not looked at."
      >
        <div className={classes.ratingSplit}>
          <RatingTable
            competencies={competencies}
            levels={levels}
            ratings={ratings.levels}
            onRate={rate}
            onFocus={setFocused}
          />
          {current ? (
            <aside className={classes.anchorBox} aria-label="What the levels mean">
              <h3 className={classes.heading}>
                {current.code} {current.name}
              </h3>
              <p className={classes.soft}>{current.description}</p>
              <Anchors competency={current} />
            </aside>
          ) : null}
        </div>
        <div className={classes.formEnd}>
          {record.fault ? <FaultNotice fault={record.fault} /> : null}
          {tried && missing.levels ? <FaultNotice fault={{ message: missing.levels }} /> : null}
          <Button type="submit" loading={record.pending}>
            {rated.length === 0 ? 'Record' : `Record ${counted(rated.length, 'level', 'levels')}`}
          </Button>
          <Button variant="default" onClick={giveUp}>
            Cancel
          </Button>
        </div>
      </Section>
    </form>
  );
}

/** What becomes of self-ratings above the most that they count to. */
function capInWords(codes: readonly string[]): string {
  const [rated, most] = [LEVELS[3], LEVELS[SELF_RATING_CAP]];
  return `${rated} in ${codes.join(', ')} counts as ${most} until a test or an observation shows more.`;
}

function startRatings(): Ratings {
  return { kind: 'self-rating', datedOn: todayHere(), source: '', reason: '', levels: {} };
}

type Missing = Readonly<Record<'datedOn' | 'source' | 'reason' | 'levels', string | null>>;

function missingIn({ kind, datedOn, source, reason, levels }: Ratings): Missing {
  return {
    datedOn: datedOn === '' ? 'Enter the day on which it was shown.' : null,
    source: needsSource(kind) && source.trim() === '' ? 'Say which test it was or who observed.' : null,
    reason:
      kind === 'override' && reason.trim() === '' ? 'Say in a few words why: it stays on record.' : null,
    levels: Object.keys(levels).length === 0 ? 'Choose a level for at least one competency.' : null,
  };
}

function needsSource(kind: EvidenceKind): boolean {
  return kind === 'assessment' || kind === 'observation';
}

const SOURCE_LABELS: Readonly<Record<EvidenceKind, string>> = {
  'self-rating': 'Source (optional)',
  observation: 'Observed by',
  assessment: 'Test or examiner',
  override: 'Source (optional)',
};

const KIND_PHRASES: Readonly<Record<EvidenceKind, string>> = {
  'self-rating': 'self-rating',
  observation: 'observation',
  assessment: 'assessment',
  override: 'hand, with the reason',
};

const KIND_HELP: Readonly<Record<EvidenceKind, string>> = {
  'self-rating':
    'What the learner says of themselves, on the descriptions of the levels. It counts to level 2 (Apply) at most, and only where nothing better is on record.',
  observation:
    'What a supervisor or peer saw in practice. It counts before self-ratings and completed modules.',
  assessment: 'The outcome of a test or examination. It counts before self-ratings and completed modules.',
  override: 'Your own decision. It counts before everything else on record; the reason is required and kept.',
};
