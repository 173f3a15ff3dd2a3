import { useMemo } from 'react';
import { dateInZone } from '../../shared/activities/schedule.ts';
import type { Competency, Module } from '../../shared/contract/modules.ts';
import type { Rounding } from '../../shared/credit/quarter-hours.ts';
import type { Fault } from '../../shared/errors.ts';
import { useRead } from '../api/index.ts';

/** Everything that a curriculum is built from. */
export type Library = {
  /** All modules, those taken out of the library too: a draft may still hold them. */
  readonly modules: readonly Module[];
  readonly byId: ReadonlyMap<number, Module>;
  readonly byCode: ReadonlyMap<string, Module>;
  readonly competencies: readonly Competency[];
  readonly rounding: Rounding;
  /** The day in the office, `YYYY-MM-DD`. */
  readonly today: string;
};

/** Reads modules, competencies and the office's rounding; `library` is null until all are there. */
export function useLibrary(): {
  readonly library: Library | null;
  readonly fault: Fault | null;
  readonly retry: () => Promise<unknown>;
} {
  const modules = useRead('modules.list', {});
  const competencies = useRead('competencies.list', {});
  const office = useRead('office.get', {});
  const rounding = office.data?.rounding;
  const today = dateInZone(new Date().toISOString(), office.data?.timeZone ?? 'UTC');
  const library = useMemo((): Library | null => {
    if (!modules.data || !competencies.data || !rounding) return null;
    return {
      modules: modules.data,
      byId: new Map(modules.data.map((module) => [module.id, module])),
      byCode: new Map(modules.data.map((module) => [module.code, module])),
      competencies: competencies.data,
      rounding,
      today,
    };
  }, [modules.data, competencies.data, rounding, today]);
  return {
    library,
    fault: modules.error ?? competencies.error ?? office.error,
    retry: () => Promise.all([modules.refetch(), competencies.refetch(), office.refetch()]),
  };
}
