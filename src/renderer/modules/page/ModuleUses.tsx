import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Module } from '../../../shared/contract/modules.ts';
import { counted } from '../../../shared/format.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading, Section } from '../../components/index.ts';
import classes from './Page.module.css';

/** Everything that holds the module: drafts, published versions with their activities, pathways. */
export function ModuleUses({ module }: { readonly module: Module }) {
  const usage = useRead('modules.usage', { id: module.id });
  if (usage.isPending) return <Loading />;
  if (usage.error) return <FaultNotice fault={usage.error} onRetry={() => void usage.refetch()} />;
  const { curricula, versions, pathways } = usage.data;
  return (
    <Section title="Where used">
      {curricula.length + versions.length + pathways === 0 ? (
        <p className={classes.soft}>No curriculum, version or pathway holds it.</p>
      ) : (
        <>
          <Uses title="Drafts">
            {curricula.map(({ id, title, archived }) => (
              <li key={id}>
                {archived ? (
                  <>
                    <span>{title}</span>
                    <span className={classes.soft}>Removed curriculum</span>
                  </>
                ) : (
                  <Link href={`/curricula/${id}`}>{title}</Link>
                )}
              </li>
            ))}
          </Uses>
          <Uses title="Published versions">
            {versions.map(({ id, curriculumId, title, number, activities, archived }) => (
              <li key={id}>
                <Link href={`/curricula/${curriculumId}/versions/${id}`}>{title}</Link>
                <span className={classes.soft}>
                  Version {number}, {counted(activities, 'activity', 'activities')}
                  {archived ? ', of a removed curriculum' : ''}
                </span>
              </li>
            ))}
          </Uses>
          {pathways > 0 ? (
            <p className={classes.soft}>
              {counted(pathways, 'saved pathway holds', 'saved pathways hold')} it.
            </p>
          ) : null}
        </>
      )}
    </Section>
  );
}

function Uses({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3 className={classes.usesTitle}>{title}</h3>
      <ul className={classes.links}>{children}</ul>
    </>
  );
}
