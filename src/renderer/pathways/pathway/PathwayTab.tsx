import { useSearch } from 'wouter';
import type { Person } from '../../../shared/contract/people.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading } from '../../components/index.ts';
import { PathwayDesk } from './PathwayDesk.tsx';
import { emptyRequest } from './request-edits.ts';

/**
 * The pathway of one learner: the request at the left, the answer at the right. The query `version=ID` or `template=CODE`
 * brings targets along.
 */
export function PathwayTab({ person }: { readonly person: Person }) {
  const search = new URLSearchParams(useSearch());
  const personId = person.id;
  const learner = useRead('learners.levels', { personId });
  const competencies = useRead('competencies.list', {});
  const modules = useRead('modules.list', {});
  const templates = useRead('templates.list', {});
  const versions = useRead('versions.list', {});
  const saved = useRead('pathways.list', { personId });
  const lastId = saved.data?.[0]?.id ?? null;
  const last = useRead('pathways.get', { id: lastId ?? 1 }, { enabled: lastId !== null });
  const versionId = Number(search.get('version'));
  const brought = useRead(
    'versions.get',
    { versionId: versionId > 0 ? versionId : 1 },
    { enabled: versionId > 0 },
  );
  const office = useRead('office.get', {});
  const needed = [learner, competencies, modules, templates, versions, saved, office];
  const failed = [...needed, ...(lastId === null ? [] : [last])].find(({ error }) => error !== null);
  if (failed?.error) return <FaultNotice fault={failed.error} onRetry={() => void failed.refetch()} />;
  if (
    !learner.data ||
    !competencies.data ||
    !modules.data ||
    !templates.data ||
    !versions.data ||
    !saved.data ||
    !office.data ||
    (lastId !== null && !last.data) ||
    (versionId > 0 && brought.isPending)
  )
    return <Loading />;
  const fromTemplate = templates.data.find(({ code }) => code === search.get('template'));
  const from = brought.data
    ? {
        choice: `version ${brought.data.id}`,
        title: `${brought.data.title}, version ${brought.data.number}`,
        minutes: brought.data.minutes,
        targets: brought.data.targets,
      }
    : fromTemplate
      ? {
          choice: `template ${fromTemplate.code}`,
          title: fromTemplate.title,
          minutes: fromTemplate.minutes,
          targets: fromTemplate.targets,
        }
      : null;
  return (
    <PathwayDesk
      key={personId}
      person={person}
      learner={learner.data}
      library={{ competencies: competencies.data, modules: modules.data }}
      sources={{ templates: templates.data, versions: versions.data, saved: saved.data }}
      rounding={office.data.rounding}
      start={() => ({
        request: last.data?.request ?? emptyRequest(learner.data.group.code),
        compared: null,
        takenFrom: last.data ? { choice: `saved ${last.data.id}`, title: last.data.title } : null,
      })}
      brought={from}
    />
  );
}
