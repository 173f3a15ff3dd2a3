import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { CurriculumVersion, Template, VersionSummary } from '../../../shared/contract/curricula.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Competency, Module } from '../../../shared/contract/modules.ts';
import type { OfficeSettings } from '../../../shared/contract/office.ts';
import type { Person } from '../../../shared/contract/people.ts';
import { Section } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { type Question, ReasonDialog } from '../ReasonDialog.tsx';
import { SavedList } from '../saved/SavedList.tsx';
import { AnswerPane } from './AnswerPane.tsx';
import type { Desk, TakenFrom } from './desk-history.ts';
import { HowItWorks } from './HowItWorks.tsx';
import { RequestForm } from './RequestForm.tsx';
import { type ByHandKind, decideByHand } from './request-edits.ts';
import { useAnswer } from './use-answer.ts';
import { isOnDesk, useDesk } from './use-desk.ts';

/** What requests are made from. */
export type PathwayLibrary = {
  readonly competencies: readonly Competency[];
  readonly modules: readonly Module[];
};

/** Where targets can be taken from. */
export type TargetSources = {
  readonly templates: readonly Template[];
  readonly versions: readonly VersionSummary[];
  readonly saved: Output<'pathways.list'>;
};

/** Targets that come along with the way here. */
type BroughtTargets = TakenFrom & Pick<CurriculumVersion, 'minutes' | 'targets'>;

/** Where a pathway is asked for and looked at, side by side. */
export function PathwayDesk({
  person,
  learner,
  library,
  sources,
  rounding,
  start,
  brought,
}: {
  readonly person: Person;
  readonly learner: Output<'learners.levels'>;
  readonly library: PathwayLibrary;
  readonly sources: TargetSources;
  readonly rounding: OfficeSettings['rounding'];
  readonly start: () => Desk;
  readonly brought: BroughtTargets | null;
}) {
  const [, navigate] = useLocation();
  // On an untouched desk the targets that come along are the start; there is nothing before them to go back to.
  const [startedWith] = useState(() => (isOnDesk(person.id) ? null : (brought?.choice ?? null)));
  const desk = useDesk(person.id, () => (brought ? withTargets(start(), brought) : start()));
  const [question, setQuestion] = useState<Question | null>(null);
  const records = useMemo(() => JSON.stringify([learner, library, rounding]), [learner, library, rounding]);
  const state = useAnswer(person.id, desk.request, records);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is brought along is put down once
  useEffect(() => {
    if (!brought) return;
    if (brought.choice !== startedWith) {
      const { request, ...taken } = withTargets(desk, brought);
      desk.change(`Targets of “${brought.title}” taken over`, request, taken);
    }
    navigate(`/people/${person.id}/pathway`, { replace: true });
  }, [brought]);

  function decide(kind: ByHandKind, code: string): void {
    const { title, consequence, button, done } = DECISIONS[kind];
    setQuestion({
      title: title(code),
      consequence,
      button,
      onReason: (reason) => desk.change(done(code), decideByHand(desk.request, kind, code, reason)),
    });
  }

  return (
    <>
      <div className={classes.desk}>
        <div className={classes.ask}>
          <Section
            title="What is wanted"
            actions={
              <>
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconArrowBackUp size={16} aria-hidden />}
                  disabled={desk.undoLabel === null}
                  title={desk.undoLabel ?? 'Nothing to take back'}
                  onClick={desk.undo}
                >
                  Undo
                </Button>
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconArrowForwardUp size={16} aria-hidden />}
                  disabled={desk.redoLabel === null}
                  title={desk.redoLabel ?? 'Nothing to do again'}
                  onClick={desk.redo}
                >
                  Redo
                </Button>
              </>
            }
          >
            <RequestForm
              request={desk.request}
              levels={learner.levels}
              library={library}
              sources={sources}
              takenFrom={desk.takenFrom}
              onChange={desk.change}
            />
          </Section>
        </div>
        <div>
          <Section title="The pathway" description={<span role="status">{desk.undoLabel ?? ''}</span>}>
            <AnswerPane state={state} desk={desk} library={library} personId={person.id} onDecide={decide} />
          </Section>
        </div>
      </div>
      <Section
        title="Saved pathways"
        description="Each keeps its date, its request and the levels it was worked out from."
      >
        <SavedList personId={person.id} saved={sources.saved} />
      </Section>
      <HowItWorks />
      <ReasonDialog question={question} onClose={() => setQuestion(null)} />
    </>
  );
}

/** A desk with its targets replaced by those that were brought along. */
function withTargets({ request }: Pick<Desk, 'request'>, brought: BroughtTargets): Desk {
  const { choice, title, minutes, targets } = brought;
  return {
    request: { ...request, targets },
    compared: { title, minutes },
    takenFrom: { choice, title },
  };
}

const DECISIONS: Readonly<
  Record<
    ByHandKind,
    {
      readonly title: (code: string) => string;
      readonly consequence: string;
      readonly button: string;
      readonly done: (code: string) => string;
    }
  >
> = {
  include: {
    title: (code) => `Put ${code} in`,
    consequence: 'It becomes part of the pathway, with the modules that have to come before it.',
    button: 'Put in',
    done: (code) => `${code} put in`,
  },
  exclude: {
    title: (code) => `Leave ${code} out`,
    consequence: 'The pathway is worked out again without it, and without what needs it first.',
    button: 'Leave out',
    done: (code) => `${code} left out`,
  },
  waived: {
    title: (code) => `Count ${code} as known`,
    consequence: 'Modules that need it first can be taken without it. Levels stay as they are on record.',
    button: 'Count as known',
    done: (code) => `${code} counted as known`,
  },
};
