import { Button, NativeSelect, Select, Title } from '@mantine/core';
import { useId, useState } from 'react';
import type { Competency } from '../../shared/contract/modules.ts';
import { ANCHORS, anchorText } from '../../shared/reflections/scale.ts';
import type { RatingValues, ReflectionValues } from './form.ts';
import classes from './Reflections.module.css';

type Ratings = ReflectionValues['ratings'];

const CHOICES = [
  { value: '', label: '–' },
  ...ANCHORS.map(({ level }) => ({ value: String(level), label: anchorText(level) })),
];
const NOTHING: RatingValues = { before: '', after: '' };

/**
 * Confidence before and after, on the levels of each competency. Those that the activity teaches stand there from the
 * beginning; any other can be added. A digit chooses a level.
 */
export function ConfidenceFields({
  ratings,
  problem,
  tried,
  competencies,
  taught,
  onChange,
}: {
  readonly ratings: Ratings;
  readonly problem: string | null;
  readonly tried: boolean;
  readonly competencies: readonly Competency[];
  readonly taught: readonly Competency[];
  readonly onChange: (ratings: Ratings) => void;
}) {
  const [explained, setExplained] = useState(false);
  const problemId = useId();
  const codes = new Set([...taught.map(({ code }) => code), ...Object.keys(ratings)]);
  const shown = competencies.filter(({ code }) => codes.has(code));
  const others = competencies.filter(({ code }) => !codes.has(code));
  const shownProblem = tried ? problem : null;

  function rate(code: string, side: keyof RatingValues, value: string): void {
    onChange({ ...ratings, [code]: { ...NOTHING, ...ratings[code], [side]: value } });
  }

  return (
    <section aria-label="Confidence before and after">
      <div className={classes.confidenceHead}>
        <Title order={3}>Confidence</Title>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={explained}
          onClick={() => setExplained(!explained)}
        >
          {explained ? 'Hide the levels' : 'What the levels mean'}
        </Button>
      </div>
      <table className={classes.ratings}>
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((competency) => {
            const { code, name, levels } = competency;
            const rating = ratings[code] ?? NOTHING;
            const half = (rating.before === '') !== (rating.after === '');
            return (
              <tr key={code}>
                <th scope="row">
                  <span className={classes.code}>{code}</span> {name}
                  {explained ? (
                    <ol className={classes.levels}>
                      {levels.map((level) => (
                        <li key={level}>{level}</li>
                      ))}
                    </ol>
                  ) : null}
                </th>
                {(['before', 'after'] as const).map((side) => (
                  <td key={side}>
                    <NativeSelect
                      size="xs"
                      aria-label={`${code} ${side}`}
                      data={CHOICES}
                      value={rating[side]}
                      error={shownProblem !== null && half && rating[side] === ''}
                      aria-describedby={shownProblem === null ? undefined : problemId}
                      onChange={(event) => rate(code, side, event.currentTarget.value)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {shownProblem ? (
        <p id={problemId} className={classes.problem}>
          {shownProblem}
        </p>
      ) : null}
      {others.length > 0 ? (
        <Select
          label="Rate another competency"
          placeholder="Code or name"
          searchable
          value={null}
          data={others.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          onChange={(code) => {
            if (code !== null) onChange({ ...ratings, [code]: NOTHING });
          }}
        />
      ) : null}
      <p className={classes.hint}>
        The rating after the activity counts as a self-rating in the learner’s levels, to level 2 at most.
      </p>
    </section>
  );
}
