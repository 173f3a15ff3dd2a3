import { Redirect, useSearch } from 'wouter';
import type { Curriculum } from '../../../shared/contract/curricula.ts';
import { draftSide, type Side } from '../../../shared/curricula/difference.ts';
import type { Fault } from '../../../shared/errors.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading, PageHeader } from '../../components/index.ts';
import { useDraft } from '../draft/use-draft.ts';
import { type Library, useLibrary } from '../library.ts';
import { BACK } from '../words.ts';
import { Comparison } from './Comparison.tsx';
import { DRAFT, type SideName } from './side-names.ts';

/** What reads differently between any two versions of a curriculum, or a version and its draft. */
export function ComparePage({ id }: { readonly id: number }) {
  const curriculum = useRead('curricula.get', { id });
  const { library, fault, retry } = useLibrary();
  if (curriculum.data && library) return <OpenCompare curriculum={curriculum.data} library={library} />;
  const wrong = curriculum.error ?? fault;
  if (!wrong) return <Loading />;
  return (
    <>
      <PageHeader title="Compare" back={BACK} />
      <FaultNotice fault={wrong} onRetry={() => void Promise.all([curriculum.refetch(), retry()])} />
    </>
  );
}

function OpenCompare({
  curriculum,
  library,
}: {
  readonly curriculum: Curriculum;
  readonly library: Library;
}) {
  const query = new URLSearchParams(useSearch());
  const [latest] = curriculum.versions;
  const from = sideName(query.get('from'), curriculum) ?? latest?.id ?? null;
  const to = sideName(query.get('to'), curriculum) ?? DRAFT;
  const before = useSide(curriculum, library, from ?? DRAFT);
  const after = useSide(curriculum, library, to);
  if (from === null) return <Redirect to={`/curricula/${curriculum.id}/versions`} replace />;
  const fault = before.fault ?? after.fault;
  if (fault)
    return (
      <>
        <PageHeader
          title="Compare"
          back={{ label: 'Versions', path: `/curricula/${curriculum.id}/versions` }}
        />
        <FaultNotice fault={fault} onRetry={() => void Promise.all([before.retry(), after.retry()])} />
      </>
    );
  if (!before.side || !after.side) return <Loading />;
  return (
    <Comparison
      key={`${from} ${to}`}
      curriculum={curriculum}
      from={{ name: from, side: before.side }}
      to={{ name: to, side: after.side }}
    />
  );
}

/** A side that the address names; null when it names none of this curriculum. */
function sideName(text: string | null, { versions }: Curriculum): SideName | null {
  if (text === DRAFT) return DRAFT;
  return versions.find(({ id }) => String(id) === text)?.id ?? null;
}

function useSide(
  curriculum: Curriculum,
  library: Library,
  name: SideName,
): { readonly side: Side | null; readonly fault: Fault | null; readonly retry: () => Promise<unknown> } {
  const draft = useDraft(curriculum);
  const version = useRead(
    'versions.get',
    { versionId: name === DRAFT ? (curriculum.versions[0]?.id ?? 1) : name },
    { enabled: name !== DRAFT },
  );
  if (name === DRAFT)
    return { side: draftSide(draft.content, library), fault: null, retry: () => Promise.resolve() };
  return { side: version.data ?? null, fault: version.error, retry: () => version.refetch() };
}
