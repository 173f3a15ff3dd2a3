import { Button, Loader } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { EmptyState, FaultNotice } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { Conflict } from './Conflict.tsx';
import type { PathwayLibrary } from './PathwayDesk.tsx';
import { asksForSomething, type ByHandKind } from './request-edits.ts';
import { SaveBar } from './SaveBar.tsx';
import { SolvedAnswer } from './SolvedAnswer.tsx';
import type { AnswerState } from './use-answer.ts';
import type { DeskControl } from './use-desk.ts';

/** What came out of the request: a pathway, requirements that cannot hold together, or what stands in the way. */
export function AnswerPane({
  state,
  desk,
  library,
  personId,
  onDecide,
}: {
  readonly state: AnswerState;
  readonly desk: DeskControl;
  readonly library: PathwayLibrary;
  readonly personId: number;
  readonly onDecide: (kind: ByHandKind, code: string) => void;
}) {
  if (!asksForSomething(desk.request))
    return (
      <EmptyState icon={<IconRoute size={32} />} title="No targets yet">
        <p>
          Take targets from a template, a curriculum or a saved pathway, or set them one by one. The shortest
          pathway to them appears here and follows every change.
        </p>
      </EmptyState>
    );
  return (
    <>
      <Standing state={state} />
      <div aria-busy={!state.current} data-stale={!state.current || undefined} className={classes.answer}>
        <Answer state={state} desk={desk} library={library} personId={personId} onDecide={onDecide} />
      </div>
    </>
  );
}

/** Speaks of work that takes a moment, was stopped, or failed. */
function Standing({ state }: { readonly state: AnswerState }) {
  if (state.fault) return <FaultNotice fault={state.fault} onRetry={state.again} />;
  if (state.stopped)
    return (
      <div className={classes.notice} role="status">
        <p className={classes.plain}>Stopped. What is shown below may not fit the request as it stands.</p>
        <Button variant="default" size="compact-sm" onClick={state.again}>
          Work it out
        </Button>
      </div>
    );
  if (!state.working) return null;
  return (
    <div className={classes.notice} role="status">
      <Loader size="xs" aria-hidden />
      <p className={classes.plain}>Working</p>
      <Button variant="default" size="compact-sm" onClick={state.stop}>
        Cancel
      </Button>
    </div>
  );
}

function Answer({
  state,
  desk,
  library,
  personId,
  onDecide,
}: {
  readonly state: AnswerState;
  readonly desk: DeskControl;
  readonly library: PathwayLibrary;
  readonly personId: number;
  readonly onDecide: (kind: ByHandKind, code: string) => void;
}) {
  const { answered } = state;
  if (!answered) return null;
  const { answer } = answered;
  switch (answer.status) {
    case 'solved':
      return (
        <SolvedAnswer
          answer={answer}
          compared={desk.compared}
          competencies={library.competencies}
          request={answered.request}
          onDecide={onDecide}
          keep={
            answer.steps.length > 0 ? (
              <SaveBar key={answered.id} answered={answered} current={state.current} personId={personId} />
            ) : null
          }
        />
      );
    case 'impossible':
      return <Conflict answer={answer} desk={desk} />;
    case 'unfinished':
      return (
        <div className={classes.conflict} role="status">
          <h3 className={classes.heading}>Not worked out within {answer.seconds} seconds</h3>
          <p className={classes.plain}>
            Nothing is shown, because the shortest pathway could not be proven. Ask for fewer targets, take
            away a range of minutes, or try again.
          </p>
          <Button variant="default" onClick={state.again}>
            Try again
          </Button>
        </div>
      );
  }
}
