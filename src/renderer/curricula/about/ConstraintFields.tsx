import { Checkbox, Group } from '@mantine/core';
import type { Constraints } from '../../../shared/contract/curricula.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { rangeInWords } from '../../../shared/curricula/constraint-checks.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { domainName } from '../../../shared/curricula/words.ts';
import { formatMinutes } from '../../../shared/format.ts';
import type { Draft } from '../draft/use-draft.ts';
import { ConstraintList } from '../insight/ConstraintList.tsx';
import classes from './About.module.css';
import { RangeField } from './RangeField.tsx';

const MOST_MINUTES = 100_000;
const MOST_CREDITS = 1_000;
const QUARTER = 0.25;

/** What the curriculum is held to, and beside it whether that is so. */
export function ConstraintFields({ draft, found }: { readonly draft: Draft; readonly found: Insight }) {
  const { constraints } = draft.content;
  const change = (label: string, part: Partial<Constraints>): void =>
    draft.edit(label, { constraints: { ...constraints, ...part } }, true);
  return (
    <div className={classes.constraints}>
      <div className={classes.fields}>
        <RangeField
          label="Time, in minutes"
          hint={hoursOf(constraints.minutes)}
          range={constraints.minutes}
          highest={MOST_MINUTES}
          onChange={(minutes) => change('Constraint on time', { minutes })}
        />
        <RangeField
          label="Credit, in quarter steps"
          range={{ min: creditsOf(constraints.quarters.min), max: creditsOf(constraints.quarters.max) }}
          highest={MOST_CREDITS}
          step={QUARTER}
          onChange={({ min, max }) =>
            change('Constraint on credit', { quarters: { min: quartersOf(min), max: quartersOf(max) } })
          }
        />
        {DOMAINS.map((domain) => {
          const range = constraints.domainMinutes[domain] ?? { min: null, max: null };
          return (
            <RangeField
              key={domain}
              label={`${domainName(domain)}, in minutes`}
              hint={hoursOf(range)}
              range={range}
              highest={MOST_MINUTES}
              onChange={(next) => {
                const { [domain]: _before, ...others } = constraints.domainMinutes;
                const open = next.min === null && next.max === null;
                change(`Plan for ${domainName(domain)}`, {
                  domainMinutes: open ? others : { ...others, [domain]: next },
                });
              }}
            />
          );
        })}
        <Checkbox.Group
          label="Domains that every learner meets"
          value={[...constraints.requiredDomains]}
          onChange={(values) =>
            change('Required domains', {
              requiredDomains: DOMAINS.filter((domain) => values.includes(domain)),
            })
          }
        >
          <Group gap="lg" mt="xs">
            {DOMAINS.map((domain) => (
              <Checkbox key={domain} value={domain} label={domainName(domain)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Checkbox
          label="A module made for a specialty is part of it"
          checked={constraints.specialtyModule}
          onChange={(event) => change('Specialty module', { specialtyModule: event.currentTarget.checked })}
        />
      </div>
      <aside className={classes.standing} aria-label="What holds now">
        <h3 className={classes.standingHeading}>What holds now</h3>
        {found.checks.length > 0 ? (
          <ConstraintList checks={found.checks} label="What holds now" />
        ) : (
          <p className={classes.soft}>
            Nothing is asked yet. Set a limit here or a target below, and this says at once whether it holds.
          </p>
        )}
      </aside>
    </div>
  );
}

function hoursOf(range: { readonly min: number | null; readonly max: number | null }): string | undefined {
  return range.min === null && range.max === null ? undefined : rangeInWords(range, formatMinutes);
}

function creditsOf(quarters: number | null): number | null {
  return quarters === null ? null : quarters / 4;
}

function quartersOf(credits: number | null): number | null {
  return credits === null ? null : Math.round(credits * 4);
}
