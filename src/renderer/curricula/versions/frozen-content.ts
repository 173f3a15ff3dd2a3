import type { CurriculumContent, CurriculumVersion } from '../../../shared/contract/curricula.ts';
import type { Module } from '../../../shared/contract/modules.ts';

/** What of a version becomes of a draft. */
export function contentOfVersion(version: CurriculumVersion): CurriculumContent {
  const { title, description, audience, delivery, award, kind, items, targets, constraints, schedule } =
    version;
  return { title, description, audience, delivery, award, kind, items, targets, constraints, schedule };
}

/** Modules of a version that the library has taken out since, or reads differently now. */
export type Since = { readonly retired: readonly Module[]; readonly edited: readonly Module[] };

/** Compares the modules of a version with the library. */
export function sinceVersion(version: CurriculumVersion, byId: ReadonlyMap<number, Module>): Since {
  const now = version.content.flatMap((module) => byId.get(module.id) ?? []);
  const frozen = new Map(version.content.map((module) => [module.id, module]));
  return {
    retired: now.filter(({ retired }) => retired),
    edited: now.filter((module) => {
      const known = frozen.get(module.id);
      return known !== undefined && words(known) !== words(module);
    }),
  };
}

function words({ retired: _, edited: __, origin: ___, ...module }: Module): string {
  return JSON.stringify(Object.entries(module).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const LONGEST_TITLE = 300;

/** A title for next time: the last year in it counted on, otherwise marked as a copy. */
export function nextTitle(title: string): string {
  const years = [...title.matchAll(/\b(?:19|20)\d{2}\b/g)];
  const last = years.at(-1);
  if (!last) return `${title.slice(0, LONGEST_TITLE - 7)} (copy)`;
  return `${title.slice(0, last.index)}${Number(last[0]) + 1}${title.slice(last.index + last[0].length)}`;
}
