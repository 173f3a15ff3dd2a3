import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Competency, CompetencyLevel, Module } from '../../../shared/contract/curricula.ts';
import { StatusBadge } from '../../components/index.ts';
import type { Cell } from '../coverage/cells.ts';
import type { Library } from '../library.ts';
import { LEVELS, levelInWords } from '../words.ts';
import classes from './Builder.module.css';

const CHOICES = [0, 1, 2, 3] as const;
/** Suggestions beyond a handful are better found in the library. */
const SUGGESTED = 4;

/** One competency: its target, what the outline reaches and by which modules, and what would reach more. */
export function CompetencyDetail({
  cell,
  competency,
  outline,
  library,
  onTarget,
  onAdd,
}: {
  readonly cell: Cell;
  readonly competency: Competency;
  readonly outline: readonly Module[];
  readonly library: Library;
  readonly onTarget: (target: 0 | CompetencyLevel) => void;
  readonly onAdd: (module: Module) => void;
}) {
  const level = cell.target || cell.attained;
  const behaviour = level === 0 ? competency.description : competency.levels[level - 1];
  const giving = outline.flatMap((module, index) => {
    const given = levelOf(module, cell.code);
    return given === 0 ? [] : [{ module, number: index + 1, given }];
  });
  const suggested = cell.met
    ? []
    : library.modules
        .filter((module) => !module.retired && !outline.includes(module))
        .map((module) => ({ module, given: levelOf(module, cell.code) }))
        .filter(({ given }) => given > cell.attained)
        .sort((a, b) => b.given - a.given || a.module.minutes - b.module.minutes)
        .slice(0, SUGGESTED);
  return (
    <div className={classes.competency}>
      <div className={classes.competencyHead}>
        <h4 className={classes.competencyName}>
          <span className={classes.soft}>{cell.code}</span> {cell.name}
        </h4>
        {cell.target === 0 ? null : (
          <StatusBadge tone={cell.met ? 'good' : 'warning'}>{cell.met ? 'Met' : 'Not met'}</StatusBadge>
        )}
      </div>
      <p className={classes.behaviour}>{behaviour}</p>
      <div className={classes.targetLine}>
        <span id={`target ${cell.code}`}>Target</span>
        <SegmentedControl
          size="xs"
          aria-labelledby={`target ${cell.code}`}
          data={CHOICES.map((value) => ({ value: String(value), label: LEVELS[value] }))}
          value={String(cell.target)}
          onChange={(value) => {
            const target = CHOICES.find((choice) => String(choice) === value);
            if (target !== undefined) onTarget(target);
          }}
        />
      </div>
      {giving.length === 0 ? (
        <p className={classes.soft}>No module of the outline teaches this yet.</p>
      ) : (
        <>
          <p className={classes.soft}>Reaches {levelInWords(cell.attained)} through</p>
          <ul className={classes.giving}>
            {giving.map(({ module, number, given }) => (
              <li key={module.id}>
                <span className={classes.number}>{number}</span>
                <span>{module.title}</span>
                <span className={classes.soft}>{LEVELS[given].toLowerCase()}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {suggested.length === 0 ? null : (
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
      )}
    </div>
  );
}

function levelOf(module: Module, code: string): 0 | CompetencyLevel {
  return module.competencies.find((competency) => competency.code === code)?.level ?? 0;
}
