import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import type { CompetencyLevel, Module } from '../../../shared/contract/modules.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { StatusBadge } from '../../components/index.ts';
import type { Cell } from '../coverage/cells.ts';
import type { Library } from '../library.ts';
import { LEVELS, levelInWords } from '../words.ts';
import classes from './Insight.module.css';
import { ModuleName } from './ModuleName.tsx';

const CHOICES = [0, 1, 2, 3] as const;
/** Suggestions beyond a handful are better found in the library. */
const SUGGESTED = 4;

/** One competency: its target, what the outline reaches and by which modules, and what would reach more. */
export function CompetencyDetail({
  cell,
  found,
  library,
  heading: Heading,
  onTarget,
  onAdd,
}: {
  readonly cell: Cell;
  readonly found: Insight;
  readonly library: Library;
  /** The level of its heading, one below that of the part it stands in. */
  readonly heading: 'h3' | 'h4';
  readonly onTarget: (target: 0 | CompetencyLevel) => void;
  /** Adds a module to the outline; null where there is none beside this. */
  readonly onAdd: ((module: Module) => void) | null;
}) {
  const id = useId();
  const competency = library.competencies.find(({ code }) => code === cell.code);
  if (!competency) return null;
  const level = cell.target || cell.attained;
  const behavior = level === 0 ? competency.description : competency.levels[level - 1];
  return (
    <div className={classes.competency}>
      <div className={classes.competencyHead}>
        <Heading className={classes.competencyName}>
          <span className={classes.soft}>{cell.code}</span> {cell.name}
        </Heading>
        {cell.target === 0 ? null : (
          <StatusBadge tone={cell.met ? 'good' : 'warning'}>
            {cell.met ? 'Met' : cell.possible >= cell.target ? 'By electives' : 'Not met'}
          </StatusBadge>
        )}
      </div>
      <p className={classes.behavior}>{behavior}</p>
      <div className={classes.targetLine}>
        <span id={id}>Target</span>
        <SegmentedControl
          size="xs"
          aria-labelledby={id}
          data={CHOICES.map((value) => ({ value: String(value), label: LEVELS[value] }))}
          value={String(cell.target)}
          onChange={(value) => {
            const target = CHOICES.find((choice) => String(choice) === value);
            if (target !== undefined) onTarget(target);
          }}
        />
      </div>
      <Giving cell={cell} />
      {onAdd && !cell.met ? <Suggested cell={cell} found={found} library={library} onAdd={onAdd} /> : null}
    </div>
  );
}

function Giving({ cell: { giving, attained, possible } }: { readonly cell: Cell }) {
  if (giving.length === 0) return <p className={classes.soft}>No module of the outline teaches this yet.</p>;
  return (
    <>
      <p className={classes.soft}>
        {possible === attained
          ? `Reaches ${levelInWords(attained)} through`
          : `Every learner reaches ${levelInWords(attained)}, with the right electives ${levelInWords(possible)}, through`}
      </p>
      <ul className={classes.giving}>
        {giving.map(({ placed: { module, number, group }, level }) => (
          <li key={module.id}>
            <span className={classes.number}>{number}</span>
            <span>
              <ModuleName module={module} />
            </span>
            <span className={classes.soft}>
              {group === null ? '' : 'elective, '}
              {LEVELS[level].toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Suggested({
  cell,
  found,
  library,
  onAdd,
}: {
  readonly cell: Cell;
  readonly found: Insight;
  readonly library: Library;
  readonly onAdd: (module: Module) => void;
}) {
  const inside = new Set(found.placed.map(({ module }) => module.id));
  const suggested = library.modules
    .filter((module) => !module.retired && !inside.has(module.id))
    .map((module) => ({ module, given: levelOf(module, cell.code) }))
    .filter(({ given }) => given > cell.attained)
    .sort((a, b) => b.given - a.given || a.module.minutes - b.module.minutes)
    .slice(0, SUGGESTED);
  if (suggested.length === 0) return null;
  return (
    <>
      <p className={classes.soft}>In the library, going further</p>
      <ul className={classes.giving}>
        {suggested.map(({ module, given }) => (
          <li key={module.id}>
            <ActionIcon
              size="sm"
              variant="default"
              aria-label={`Add ${module.title}`}
              onClick={() => onAdd(module)}
            >
              <IconPlus size={14} aria-hidden />
            </ActionIcon>
            <span>{module.title}</span>
            <span className={classes.soft}>{LEVELS[given].toLowerCase()}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function levelOf(module: Module, code: string): 0 | CompetencyLevel {
  return module.competencies.find((competency) => competency.code === code)?.level ?? 0;
}
