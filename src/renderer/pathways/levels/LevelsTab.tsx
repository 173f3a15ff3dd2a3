import { Button } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '../../../shared/contract/index.ts';
import type { Competency } from '../../../shared/contract/modules.ts';
import { counted, formatShortDate } from '../../../shared/format.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading, Section } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { EvidencePanel } from './EvidencePanel.tsx';
import { keptRatings } from './kept-ratings.ts';
import { LevelRule } from './LevelRule.tsx';
import { LevelsTable } from './LevelsTable.tsx';
import { RatingForm } from './RatingForm.tsx';

type Learner = Output<'learners.levels'>;

/** What one learner shows today in every competency, where that comes from, and the way to record more. */
export function LevelsTab({ personId }: { readonly personId: number }) {
  const learner = useRead('learners.levels', { personId });
  const competencies = useRead('competencies.list', {});
  const fault = learner.error ?? competencies.error;
  if (fault)
    return (
      <FaultNotice
        fault={fault}
        onRetry={() => void Promise.all([learner.refetch(), competencies.refetch()])}
      />
    );
  if (!learner.data || !competencies.data) return <Loading />;
  return <Known personId={personId} learner={learner.data} competencies={competencies.data} />;
}

function Known({
  personId,
  learner,
  competencies,
}: {
  readonly personId: number;
  readonly learner: Learner;
  readonly competencies: readonly Competency[];
}) {
  const [rating, setRating] = useState(() => keptRatings(personId) !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  if (rating)
    return (
      <RatingForm
        personId={personId}
        competencies={competencies}
        levels={learner.levels}
        onClose={() => setRating(false)}
      />
    );
  const known = learner.levels.filter(({ basis }) => basis !== null).length;
  const competency = competencies.find(({ code }) => code === chosen);
  return (
    <>
      <Section
        title="Levels today"
        description={
          known === 0
            ? 'Nothing is on record yet. Record a self-rating, an assessment or an observation to start; until then every level counts as none.'
            : `Something is on record for ${known} of ${counted(competencies.length, 'competency', 'competencies')}. Choose one for its history.`
        }
        actions={
          <Button leftSection={<IconPencilPlus size={16} aria-hidden />} onClick={() => setRating(true)}>
            Record evidence
          </Button>
        }
      >
        <LevelRule />
        <LevelsTable
          competencies={competencies}
          levels={learner.levels}
          evidence={learner.evidence}
          onOpen={setChosen}
          chosen={chosen}
        />
      </Section>
      <Section
        title="Completed modules"
        description="Attended in full in an activity with a certificate in force."
      >
        <Completed completed={learner.completed} />
      </Section>
      {competency ? (
        <EvidencePanel
          key={competency.code}
          competency={competency}
          level={learner.levels.find(({ competencyCode }) => competencyCode === competency.code) ?? null}
          evidence={learner.evidence.filter(({ competencyCode }) => competencyCode === competency.code)}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}

function Completed({ completed }: { readonly completed: Learner['completed'] }) {
  if (completed.length === 0) return <p className={classes.soft}>None yet.</p>;
  return (
    <div className={classes.scrolls}>
      <table className={classes.table} aria-label="Completed modules">
        <thead>
          <tr>
            <th scope="col">Module</th>
            <th scope="col">Activity</th>
            <th scope="col">Completed</th>
          </tr>
        </thead>
        <tbody>
          {completed.map((module) => (
            <tr key={`${module.code} ${module.activityId}`}>
              <th scope="row">
                <span className={classes.code}>{module.code}</span> {module.title}
              </th>
              <td>
                <Link href={`/activities/${module.activityId}`}>{module.activityTitle}</Link>
              </td>
              <td className={classes.tight}>{formatShortDate(module.completedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
