import type { CurriculumVersion, OutlineItem } from '../../../shared/contract/curricula.ts';
import type { Module } from '../../../shared/contract/modules.ts';
import { groupInWords } from '../../../shared/curricula/elective-words.ts';
import { moduleIdsOf } from '../../../shared/curricula/outline.ts';
import { formatName } from '../../../shared/curricula/words.ts';
import { assertNever } from '../../../shared/errors.ts';
import { formatMinutes } from '../../../shared/format.ts';
import { DomainBadge } from '../../components/index.ts';
import classes from './Versions.module.css';

/** A run of the outline: a section's heading, required modules, or a group of electives. */
type Run =
  | { readonly kind: 'section'; readonly item: Extract<OutlineItem, { kind: 'section' }> }
  | { readonly kind: 'electives'; readonly item: Extract<OutlineItem, { kind: 'electives' }> }
  | { readonly kind: 'modules'; readonly ids: readonly number[] };

/** The outline of a version, as it was when it was published. */
export function VersionModules({ version }: { readonly version: CurriculumVersion }) {
  const numbers = new Map(moduleIdsOf(version.items).map((id, index) => [id, index + 1]));
  const modules = new Map(version.content.map((module) => [module.id, module]));
  return runsOf(version.items).map((run, index) => {
    switch (run.kind) {
      case 'section':
        return (
          <div key={run.item.key}>
            <h3 className={classes.sectionHead}>{run.item.title}</h3>
            {run.item.note === '' ? null : <p className={classes.sectionNote}>{run.item.note}</p>}
          </div>
        );
      case 'electives':
        return (
          <div key={run.item.key}>
            <h4 className={classes.groupHead}>
              {groupInWords(run.item.title, run.item.rule, run.item.options.length)}
            </h4>
            {run.item.note === '' ? null : <p className={classes.sectionNote}>{run.item.note}</p>}
            <ModuleRows
              ids={run.item.options.map(({ moduleId }) => moduleId)}
              modules={modules}
              numbers={numbers}
              options
            />
          </div>
        );
      case 'modules':
        // A published outline does not change.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
        return <ModuleRows key={`run ${index}`} ids={run.ids} modules={modules} numbers={numbers} />;
      default:
        return assertNever(run);
    }
  });
}

function runsOf(items: readonly OutlineItem[]): readonly Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (item.kind === 'section') runs.push({ kind: 'section', item });
    else if (item.kind === 'electives') runs.push({ kind: 'electives', item });
    else if (last?.kind === 'modules')
      runs.splice(-1, 1, { kind: 'modules', ids: [...last.ids, item.moduleId] });
    else runs.push({ kind: 'modules', ids: [item.moduleId] });
  }
  return runs;
}

function ModuleRows({
  ids,
  modules,
  numbers,
  options = false,
}: {
  readonly ids: readonly number[];
  readonly modules: ReadonlyMap<number, Module>;
  readonly numbers: ReadonlyMap<number, number>;
  readonly options?: boolean;
}) {
  return (
    <ol className={classes.modules} data-options={options}>
      {ids.flatMap((id) => {
        const module = modules.get(id);
        return module ? [<ModuleRow key={id} module={module} number={numbers.get(id) ?? 0} />] : [];
      })}
    </ol>
  );
}

function ModuleRow({ module, number }: { readonly module: Module; readonly number: number }) {
  return (
    <li>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <span className={classes.words}>
        <span className={classes.strong}>{module.title}</span>
        <span className={classes.moduleFacts}>
          <DomainBadge domain={module.domain} />
          <span>{module.code}</span>
          <span>{formatName(module.format)}</span>
        </span>
      </span>
      <span className={classes.minutes}>{formatMinutes(module.minutes)}</span>
    </li>
  );
}
