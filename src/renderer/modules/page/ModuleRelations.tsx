import { Link } from 'wouter';
import type { Module } from '../../../shared/contract/modules.ts';
import { Section } from '../../components/index.ts';
import classes from './Page.module.css';

/** What the module builds on, and what builds on it. */
export function ModuleRelations({
  module,
  modules,
}: {
  readonly module: Module;
  readonly modules: readonly Module[];
}) {
  const byCode = new Map(modules.map((other) => [other.code, other]));
  const before = module.prerequisites.flatMap((code) => byCode.get(code) ?? []);
  const after = modules.filter(({ prerequisites }) => prerequisites.includes(module.code));
  return (
    <>
      <Section title="Prerequisites">
        <ModuleLinks modules={before} none="None. It can be taken first." />
      </Section>
      <Section title="Builds toward">
        <ModuleLinks modules={after} none="No other module requires it." />
      </Section>
    </>
  );
}

function ModuleLinks({ modules, none }: { readonly modules: readonly Module[]; readonly none: string }) {
  if (modules.length === 0) return <p className={classes.soft}>{none}</p>;
  return (
    <ul className={classes.links}>
      {modules.map(({ id, code, title, retired }) => (
        <li key={id}>
          <Link href={`/modules/${id}`}>{title}</Link>
          <span className={classes.soft}>
            {code}
            {retired ? ', retired' : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
