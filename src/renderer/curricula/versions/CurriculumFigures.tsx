import {
  allModules,
  type Credited,
  creditFigure,
  creditUnit,
  type ModuleCounts,
  moduleDetail,
  type Timed,
  timeInWords,
} from '../../../shared/curricula/figures.ts';
import { formatCount } from '../../../shared/format.ts';
import { Figure } from '../../components/index.ts';

/** Modules, time and credit of a curriculum, each from the least to the most where a learner chooses electives. */
export function CurriculumFigures({
  of,
}: {
  readonly of: Timed & Credited & { readonly counts: ModuleCounts };
}) {
  const modules = allModules(of.counts);
  return (
    <>
      <Figure
        label={modules === 1 ? 'module' : 'modules'}
        value={formatCount(modules)}
        detail={moduleDetail(of.counts)}
      />
      <Figure label="of instruction" value={timeInWords(of)} />
      <Figure label={creditUnit(of)} value={creditFigure(of)} />
    </>
  );
}
