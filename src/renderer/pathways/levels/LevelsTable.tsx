import { UnstyledButton } from '@mantine/core';
import type { Evidence, LearnerLevel } from '../../../shared/contract/learners.ts';
import type { Competency } from '../../../shared/contract/modules.ts';
import { formatShortDate } from '../../../shared/format.ts';
import { DomainBadge } from '../../components/index.ts';
import { LevelBar } from '../LevelBar.tsx';
import classes from '../Pathways.module.css';
import { basisLabel, byDomain, LEVELS } from '../words.ts';

/** Every competency by domain with the level today and where it comes from; a name opens its history. */
export function LevelsTable({
  competencies,
  levels,
  evidence,
  chosen,
  onOpen,
}: {
  readonly competencies: readonly Competency[];
  readonly levels: readonly LearnerLevel[];
  readonly evidence: readonly Evidence[];
  readonly chosen: string | null;
  readonly onOpen: (code: string) => void;
}) {
  const byCode = new Map(levels.map((level) => [level.competencyCode, level]));
  return (
    <div className={classes.scrolls}>
      <table className={classes.table} aria-label="Levels today">
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col">Level today</th>
            <th scope="col">Where it comes from</th>
          </tr>
        </thead>
        {byDomain(competencies).map((group) => (
          <tbody key={group.domain}>
            <tr>
              <th scope="rowgroup" colSpan={3} className={classes.domain}>
                <DomainBadge domain={group.domain} />
              </th>
            </tr>
            {group.competencies.map((competency) => {
              const level = byCode.get(competency.code);
              return (
                <tr key={competency.code} data-chosen={competency.code === chosen || undefined}>
                  <th scope="row">
                    <UnstyledButton
                      className={classes.opens ?? ''}
                      onClick={() => onOpen(competency.code)}
                      aria-expanded={competency.code === chosen}
                    >
                      <span className={classes.code}>{competency.code}</span> {competency.name}
                    </UnstyledButton>
                  </th>
                  <td className={classes.tight}>
                    <LevelBar level={level?.level ?? 0} />
                  </td>
                  <td>
                    <Origin level={level} evidence={evidence} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Kind, date and source of what counts; what was capped, and why something was set by hand. The panel explains the rest. */
function Origin({
  level,
  evidence,
}: {
  readonly level: LearnerLevel | undefined;
  readonly evidence: readonly Evidence[];
}) {
  if (!level || level.basis === null) return <span className={classes.soft}>Nothing on record</span>;
  // The list comes with the latest first, which is the one that counts among equals.
  const counts = evidence.find(
    ({ competencyCode, kind, datedOn }) =>
      competencyCode === level.competencyCode && kind === level.basis && datedOn === level.datedOn,
  );
  return (
    <>
      <span>
        {basisLabel(level.basis)}
        {level.datedOn ? `, ${formatShortDate(level.datedOn)}` : ''}
      </span>
      <div className={classes.soft}>{counts ? noteOf(counts, level) : level.explanation}</div>
    </>
  );
}

function noteOf({ kind, source, reason, level: chosen }: Evidence, level: LearnerLevel): string {
  const capped =
    kind === 'self-rating' && chosen > level.level
      ? `The learner chose ${LEVELS[chosen]}; a self-rating counts to ${LEVELS[level.level]} at most.`
      : '';
  return [source, reason === '' ? '' : `Reason: ${reason}`, capped].filter((part) => part !== '').join(' · ');
}
