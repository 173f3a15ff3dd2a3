import { createFlow, FULL_SHEET_BOTTOM, type PageFlow, type Paper, sheetSize } from './page-flow.ts';

/** One attempt at a single sheet: a share of the designed sizes, and how much of what is long is shown. */
export type Tightness<Limits> = { readonly scale: number; readonly limits: Limits };

/**
 * Writes on one sheet, whatever there is: each attempt in turn, until one fits. The last must be short enough for
 * anything; a test holds it to that.
 */
export function writeOnePage<Limits>(
  paper: Paper,
  attempts: readonly Tightness<Limits>[],
  write: (flow: PageFlow, limits: Limits, scale: number) => void,
): PageFlow {
  const bottom = sheetSize(paper).height - FULL_SHEET_BOTTOM;
  let flow = createFlow(paper, { endless: true });
  for (const { scale, limits } of attempts) {
    flow = createFlow(paper, { scale, endless: true });
    write(flow, limits, scale);
    if (flow.y() <= bottom) break;
  }
  return flow;
}
