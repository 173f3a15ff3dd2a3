import type { ReflectionSummary } from '../../shared/contract/reflections.ts';
import { formatCount } from '../../shared/format.ts';
import { ANCHORS } from '../../shared/reflections/scale.ts';
import { DomainBadge, ScrollRegion } from '../components/index.ts';
import classes from './Confidence.module.css';
import { meanText } from './words.ts';

type Line = ReflectionSummary['confidence'][number];

/** Means before and after by competency: a line from one dot to the other, with the figures that it draws beside it. */
export function ConfidenceTable({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ScrollRegion label="Confidence by competency" className={classes.scroller}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col">
              <span className={classes.legend}>
                <Dot side="before" /> before <Dot side="after" /> after
              </span>
              <Axis />
            </th>
            <th scope="col" className={classes.number}>
              Mean
            </th>
            <th scope="col" className={classes.number}>
              People
            </th>
            <th scope="col" className={classes.number}>
              Raised
            </th>
            <th scope="col" className={classes.number}>
              Same
            </th>
            <th scope="col" className={classes.number}>
              Lowered
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <th scope="row">
                <span className={classes.name}>
                  {line.code} {line.name}
                </span>
                <span className={classes.domain}>
                  <DomainBadge domain={line.domain} />
                </span>
              </th>
              <td className={classes.chart}>
                <Dumbbell line={line} />
              </td>
              <td className={classes.number}>
                {meanText(line.meanBefore)} → <strong>{meanText(line.meanAfter)}</strong>
              </td>
              <td className={classes.number}>{formatCount(line.answers)}</td>
              <td className={classes.number}>{formatCount(line.raised)}</td>
              <td className={classes.number}>{formatCount(line.answers - line.raised - line.lowered)}</td>
              <td className={classes.number}>{formatCount(line.lowered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Where a mean stands from left to right. */
function along(mean: number): string {
  return `${((100 * mean) / 3).toFixed(2)}%`;
}

function Dumbbell({ line: { meanBefore, meanAfter } }: { readonly line: Line }) {
  return (
    <svg className={classes.svg} width="100%" height="24" aria-hidden>
      <title>Mean before and after</title>
      {ANCHORS.map(({ level }) => (
        <line key={level} className={classes.grid} x1={along(level)} x2={along(level)} y1="0" y2="24" />
      ))}
      <line className={classes.span} x1={along(meanBefore)} x2={along(meanAfter)} y1="12" y2="12" />
      <circle className={classes.before} cx={along(meanBefore)} cy="12" r="5" />
      <circle className={classes.after} cx={along(meanAfter)} cy="12" r="6" />
    </svg>
  );
}

function Axis() {
  return (
    <span className={classes.axis} aria-hidden>
      {ANCHORS.map(({ level, word }) => (
        <span key={level} style={{ left: along(level) }}>
          {level} {word}
        </span>
      ))}
    </span>
  );
}

function Dot({ side }: { readonly side: 'before' | 'after' }) {
  return (
    <svg width="12" height="12" aria-hidden>
      <title>{side}</title>
      <circle className={classes[side]} cx="6" cy="6" r="5" />
    </svg>
  );
}
