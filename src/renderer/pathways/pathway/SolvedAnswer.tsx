import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Competency } from '../../../shared/contract/modules.ts';
import type { PathwayAnswer } from '../../../shared/contract/pathway-answer.ts';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';
import { warningWords } from '../../../shared/pathways/words.ts';
import { DomainBadge, DomainBar, Figure, Figures } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { creditsInWords } from '../words.ts';
import type { Compared } from './desk-history.ts';
import type { ByHandKind } from './request-edits.ts';
import { Skipped } from './Skipped.tsx';
import { Steps } from './Steps.tsx';
import { TargetLines } from './TargetLines.tsx';

type Solved = Extract<PathwayAnswer, { status: 'solved' }>;

/** A pathway: how much it is, its modules in order and why, what is reached, and what was left aside. */
export function SolvedAnswer({
  answer,
  compared,
  competencies,
  request,
  onDecide,
  keep,
}: {
  readonly answer: Solved;
  readonly compared: Compared | null;
  readonly competencies: readonly Competency[];
  readonly request: PathwayRequest;
  /** Decides about a module by hand; left out where the pathway is only read. */
  readonly onDecide?: (kind: ByHandKind, code: string) => void;
  /** The way to keep it, below the figures. */
  readonly keep?: ReactNode;
}) {
  return (
    <div className={classes.stack}>
      {answer.steps.length === 0 ? (
        <div className={classes.good} role="status">
          <h3 className={classes.heading}>Nothing is left to learn</h3>
          <p className={classes.plain}>The learner shows every target today; no module is needed.</p>
        </div>
      ) : (
        <Headline answer={answer} compared={compared} />
      )}
      {keep}
      {answer.warnings.length > 0 ? (
        <ul className={classes.warnings} aria-label="Worth a look">
          {answer.warnings
            .map((warning) => warningWords(warning))
            .map((words) => (
              <li key={words}>
                <IconAlertTriangle size={16} aria-hidden />
                <span>{words}</span>
              </li>
            ))}
        </ul>
      ) : null}
      {answer.steps.length > 0 ? (
        <Steps steps={answer.steps} specialty={request.specialty} onDecide={onDecide} />
      ) : null}
      <h3 className={classes.heading}>Targets</h3>
      <TargetLines lines={answer.targets} competencies={competencies} />
      {answer.steps.length > 0 ? <Domains minutes={answer.domainMinutes} /> : null}
      <Skipped skipped={answer.skipped} onDecide={onDecide} />
    </div>
  );
}

function Headline({ answer, compared }: { readonly answer: Solved; readonly compared: Compared | null }) {
  const saved = compared ? compared.minutes - answer.minutes : 0;
  return (
    <>
      <Figures flush>
        <Figure label={answer.steps.length === 1 ? 'module' : 'modules'} value={answer.steps.length} />
        <Figure label="time" value={formatMinutes(answer.minutes)} />
        <Figure label="suggested" value={creditsInWords(answer.creditQuarters)} />
      </Figures>
      {compared && saved > 0 ? (
        <p className={classes.plain}>
          {formatMinutes(saved)} less than “{compared.title}”, which takes everyone{' '}
          {formatMinutes(compared.minutes)}.
        </p>
      ) : null}
    </>
  );
}

function Domains({ minutes }: { readonly minutes: Solved['domainMinutes'] }) {
  return (
    <div>
      <h3 className={classes.heading}>Time by domain</h3>
      <DomainBar minutes={minutes} />
      <ul className={classes.legend}>
        {DOMAINS.map((domain, index) => (
          <li key={domain}>
            <DomainBadge domain={domain} /> {formatMinutes(minutes[index] ?? 0)}
          </li>
        ))}
      </ul>
      <p className={classes.soft}>
        {counted(minutes.filter((one) => one > 0).length, 'domain', 'domains')} of 4 in the pathway.
      </p>
    </div>
  );
}
