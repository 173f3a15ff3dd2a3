import type { Module } from '../../../shared/contract/curricula.ts';
import {
  inPrerequisiteOrder,
  missingModules,
  type PrerequisiteGap,
} from '../../../shared/curricula/insight.ts';

type Outline = readonly Module[];

/**
 * The outline with modules added: at the wanted place, or else at the end, or before the first module that requires
 * one of them. Modules that are already there stay where they are.
 */
export function withAdded(outline: Outline, modules: readonly Module[], at?: number): Outline {
  const fresh = modules.filter((module) => !outline.some(({ id }) => id === module.id));
  const codes = new Set(fresh.map(({ code }) => code));
  const dependent = outline.findIndex(({ prerequisites }) => prerequisites.some((code) => codes.has(code)));
  const place = at ?? (dependent < 0 ? outline.length : dependent);
  return [...outline.slice(0, place), ...fresh, ...outline.slice(place)];
}

/** The outline with one module at another place, counted after it has been taken out; places outside are the ends. */
export function withMoved(outline: Outline, from: number, to: number): Outline {
  const module = outline[from];
  if (!module) return outline;
  const others = outline.toSpliced(from, 1);
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, module);
}

/**
 * The outline with one gap closed: the prerequisite stands before the module that needs it, and so does all that it
 * requires in turn. A missing one is added from the library with what is missing for it; what comes too late moves.
 */
export function withGapMended(outline: Outline, gap: PrerequisiteGap, library: readonly Module[]): Outline {
  const place = outline.findIndex(({ code }) => code === gap.moduleCode);
  const byCode = new Map([...library, ...outline].map((module) => [module.code, module]));
  const wanted = byCode.get(gap.prerequisite);
  if (place < 0 || !wanted) return outline;
  const needed = new Set(requiredBy(wanted, byCode));
  const late = outline.filter((module, index) => index > place && needed.has(module));
  const fresh = gap.kind === 'later' ? [] : [...needed].filter((module) => !outline.includes(module));
  const others = outline.filter((module) => !late.includes(module));
  return others.toSpliced(place, 0, ...inPrerequisiteOrder([...late, ...fresh]));
}

/** The outline with every missing prerequisite that the library holds, each before what needs it. */
export function withAllMended(outline: Outline, library: readonly Module[]): Outline {
  const missing = missingModules(outline, library);
  const filled = missing.reduceRight<Outline>((sofar, module) => withAdded(sofar, [module]), outline);
  return inPrerequisiteOrder(filled);
}

/** A module and all that it requires, itself or through what it requires. */
function requiredBy(module: Module, byCode: ReadonlyMap<string, Module>): readonly Module[] {
  const found = new Set([module]);
  // A set that grows while it is walked is walked to its new end.
  for (const { prerequisites } of found)
    for (const code of prerequisites) {
      const next = byCode.get(code);
      if (next) found.add(next);
    }
  return [...found];
}
