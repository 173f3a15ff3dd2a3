import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { LearnerLevel } from '../../../shared/contract/learners.ts';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { counted } from '../../../shared/format.ts';
import { call, showFault } from '../../api/index.ts';
import { DomainBadge } from '../../components/index.ts';
import { LevelChoice } from '../LevelChoice.tsx';
import classes from '../Pathways.module.css';
import { byDomain, LEVELS } from '../words.ts';
import type { Compared } from './desk-history.ts';
import type { PathwayLibrary, TargetSources } from './PathwayDesk.tsx';
import { setTarget } from './request-edits.ts';
import type { DeskControl } from './use-desk.ts';

/** Wide enough for request and answer beside each other; the same as in the style. */
const WIDE = '(min-width: 1101px)';

/** Takes all targets over from a template, a curriculum or a saved pathway. */
export function TargetSource({
  request,
  sources,
  takenFrom,
  onChange,
}: {
  readonly request: PathwayRequest;
  readonly sources: TargetSources;
  readonly takenFrom: DeskControl['takenFrom'];
  readonly onChange: DeskControl['change'];
}) {
  const choices = sourceChoices(sources);
  const listed = choices.some(({ items }) => items.some(({ value }) => value === takenFrom?.choice));
  async function takeOver(choice: string): Promise<void> {
    const found = await targetsOf(choice, sources);
    if (!found) return;
    onChange(
      `Targets of “${found.title}” taken over`,
      { ...request, targets: found.targets },
      { compared: found.compared, takenFrom: { choice, title: found.title } },
    );
  }
  return (
    <Select
      label="Take targets from"
      placeholder="Choose a template, curriculum or saved pathway"
      description={
        Object.keys(request.targets).length === 0
          ? 'Or set them one by one below.'
          : takenFrom
            ? `The targets are those of “${takenFrom.title}”.`
            : 'The targets were set one by one.'
      }
      data={choices}
      value={takenFrom !== null && listed ? takenFrom.choice : null}
      allowDeselect={false}
      searchable
      nothingFoundMessage="Nothing fits"
      onChange={(choice) => choice !== null && void takeOver(choice)}
    />
  );
}

/** The targets one by one, to be changed, taken away or added. */
export function TargetFields({
  request,
  levels,
  library,
  onChange,
}: {
  readonly request: PathwayRequest;
  readonly levels: readonly LearnerLevel[];
  readonly library: PathwayLibrary;
  readonly onChange: DeskControl['change'];
}) {
  const count = Object.keys(request.targets).length;
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState(() => count === 0 || window.matchMedia(WIDE).matches);
  const today = new Map(levels.map(({ competencyCode, level }) => [competencyCode, level]));
  const shown = library.competencies.filter(({ code }) => all || request.targets[code] !== undefined);
  return (
    // Beside the answer there is room for them; above it they would push it out of sight.
    <details className={classes.fold} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{count === 0 ? 'Targets one by one' : counted(count, 'target', 'targets')}</summary>
      {shown.length > 0 ? (
        <table className={classes.table} aria-label="Targets" data-middle>
          <thead>
            <tr>
              <th scope="col">Competency</th>
              <th scope="col">Wanted</th>
            </tr>
          </thead>
          {byDomain(shown).map((group) => (
            <tbody key={group.domain}>
              <tr>
                <th scope="rowgroup" colSpan={2} className={classes.domainSmall}>
                  <DomainBadge domain={group.domain} />
                </th>
              </tr>
              {group.competencies.map(({ code, name }) => (
                <tr key={code}>
                  <th scope="row">
                    <span className={classes.code}>{code}</span> {name}
                    <div className={classes.soft}>Today: {LEVELS[today.get(code) ?? 0].toLowerCase()}</div>
                  </th>
                  <td className={classes.tight}>
                    <LevelChoice
                      label={`Target of ${code} ${name}`}
                      value={request.targets[code] ?? 0}
                      onChange={(level) =>
                        onChange(`Target of ${code} changed`, setTarget(request, code, level))
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      ) : null}
      <div className={classes.below}>
        <Button variant="default" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show the targets alone' : `Show all ${library.competencies.length} competencies`}
        </Button>
      </div>
    </details>
  );
}

function sourceChoices({ templates, versions, saved }: TargetSources) {
  const groups = [
    {
      group: 'Templates',
      items: templates.map(({ code, title }) => ({ value: `template ${code}`, label: title })),
    },
    {
      group: 'Curricula',
      items: versions.map(({ id, title, number }) => ({
        value: `version ${id}`,
        label: `${title}, version ${number}`,
      })),
    },
    {
      group: 'Saved pathways',
      items: saved.map(({ id, title }) => ({ value: `saved ${id}`, label: title })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

type Found = {
  readonly title: string;
  readonly targets: PathwayRequest['targets'];
  readonly compared: Compared | null;
};

/** Reads the targets of a choice; a fault is shown and answers null. */
async function targetsOf(choice: string, sources: TargetSources): Promise<Found | null> {
  const [kind, key = ''] = choice.split(' ');
  if (kind === 'template') {
    const template = sources.templates.find(({ code }) => code === key);
    if (!template) return null;
    const { title, minutes, targets } = template;
    return { title, targets, compared: { title, minutes } };
  }
  if (kind === 'version') {
    const answer = await call('versions.get', { versionId: Number(key) });
    if (!answer.ok) return failed(answer.error);
    const title = `${answer.value.title}, version ${answer.value.number}`;
    return { title, targets: answer.value.targets, compared: { title, minutes: answer.value.minutes } };
  }
  const answer = await call('pathways.get', { id: Number(key) });
  if (!answer.ok) return failed(answer.error);
  return { title: answer.value.title, targets: answer.value.request.targets, compared: null };
}

function failed(fault: Parameters<typeof showFault>[0]): null {
  showFault(fault);
  return null;
}
