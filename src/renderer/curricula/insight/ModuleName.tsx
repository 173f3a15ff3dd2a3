import { createContext, useContext } from 'react';
import { Link } from 'wouter';
import type { InsightModule } from '../../../shared/curricula/insight.ts';
import classes from './Insight.module.css';

/** What pressing a module's name does; null where there is no outline beside it: then the module itself opens. */
export const RevealModule = createContext<((moduleId: number) => void) | null>(null);

/** A module by its title. Pressing it shows it in the outline, or opens it where there is none. */
export function ModuleName({ module }: { readonly module: Pick<InsightModule, 'id' | 'code' | 'title'> }) {
  const reveal = useContext(RevealModule);
  if (reveal === null)
    return (
      <Link href={`/modules/${module.id}`} className={classes.moduleName ?? ''} title={module.code}>
        {module.title}
      </Link>
    );
  return (
    <button
      type="button"
      className={classes.moduleName}
      title={`${module.code}: show it in the outline`}
      onClick={() => reveal(module.id)}
    >
      {module.title}
    </button>
  );
}
