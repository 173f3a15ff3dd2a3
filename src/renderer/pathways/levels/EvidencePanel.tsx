import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Evidence, LearnerLevel } from '../../../shared/contract/learners.ts';
import type { Competency } from '../../../shared/contract/modules.ts';
import { formatShortDate } from '../../../shared/format.ts';
import { useCommand } from '../../api/index.ts';
import { Moment, SidePanel } from '../../components/index.ts';
import { LevelBar } from '../LevelBar.tsx';
import classes from '../Pathways.module.css';
import { type Question, ReasonDialog } from '../ReasonDialog.tsx';
import { KINDS, LEVELS } from '../words.ts';
import { Anchors } from './Anchors.tsx';

/** One competency of one learner: the level and why, what the levels mean, and everything on record. */
export function EvidencePanel({
  competency,
  level,
  evidence,
  onClose,
}: {
  readonly competency: Competency;
  readonly level: LearnerLevel | null;
  readonly evidence: readonly Evidence[];
  readonly onClose: () => void;
}) {
  const [question, setQuestion] = useState<Question | null>(null);
  const remove = useCommand('learners.removeEvidence');

  function ask(one: Evidence): void {
    setQuestion({
      title: `Remove this ${KINDS[one.kind].toLowerCase()}?`,
      consequence: `The level in ${competency.code} is worked out again from what remains. The history of the office keeps what was removed.`,
      button: 'Remove',
      onReason: (reason) =>
        void remove.run(
          { id: one.id, reason },
          { done: `Removed level ${one.level} in ${competency.code} of ${formatShortDate(one.datedOn)}.` },
        ),
    });
  }

  return (
    <SidePanel title={`${competency.code} ${competency.name}`} opened onClose={onClose}>
      <div className={classes.stack}>
        <div>
          <LevelBar level={level?.level ?? 0} />
          <p className={classes.plain}>{level?.explanation ?? 'Nothing is on record.'}</p>
        </div>
        <Anchors competency={competency} />
        <h3 className={classes.heading}>On record</h3>
        {evidence.length === 0 ? (
          <p className={classes.soft}>No evidence was entered for this competency.</p>
        ) : (
          <ul className={classes.history} aria-label="On record">
            {evidence.map((one) => (
              <li key={one.id}>
                <div>
                  <strong>
                    {KINDS[one.kind]}: {one.level} ({LEVELS[one.level].toLowerCase()})
                  </strong>
                  , {formatShortDate(one.datedOn)}
                  {one.source ? <div>{one.source}</div> : null}
                  {one.reason ? <div>Reason: {one.reason}</div> : null}
                  <div className={classes.soft}>
                    Recorded <Moment at={one.recordedAt} />
                  </div>
                </div>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Remove ${KINDS[one.kind]} of ${formatShortDate(one.datedOn)}`}
                  onClick={() => ask(one)}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <ReasonDialog question={question} onClose={() => setQuestion(null)} />
    </SidePanel>
  );
}
