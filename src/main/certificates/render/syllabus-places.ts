import type { PageFlow } from './page-flow.ts';

/** Where the parts of a syllabus stand: page numbers by name, known once everything was laid out one time. */
export type Places = {
  /** Names the current place, so that links lead there and its page can be told. */
  mark(flow: PageFlow, name: string): void;
  /** The page of a place, as printed; empty on the first round. */
  page(name: string): string;
};

/** Collects places into `found` and answers from those of the round before. */
export function createPlaces(found: Map<string, number>, before: ReadonlyMap<string, number>): Places {
  return {
    mark(flow, name) {
      found.set(name, flow.pages.length);
      flow.put({ kind: 'destination', name, y: flow.y() });
    },
    page: (name) => String(before.get(name) ?? ''),
  };
}
