import { Select } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Activity } from '../../../shared/contract/activities.ts';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { useRead } from '../../api/index.ts';
import { EmptyState, FaultNotice, Loading } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { CohortView } from './CohortView.tsx';

const OWN = 'version';

/** What everyone enrolled lacks against targets, and the modules that close most of it. */
export function GapsTab({ activity }: { readonly activity: Activity }) {
  const version = useRead('versions.get', { versionId: activity.versionId });
  const templates = useRead('templates.list', {});
  const [source, setSource] = useState(OWN);
  const fault = version.error ?? templates.error;
  if (fault)
    return (
      <FaultNotice fault={fault} onRetry={() => void Promise.all([version.refetch(), templates.refetch()])} />
    );
  if (!version.data || !templates.data) return <Loading />;
  const template = templates.data.find(({ code }) => code === source);
  const targets = template?.targets ?? version.data.targets;
  return (
    <>
      <div className={classes.gapsHead}>
        <Select
          label="Held against the targets of"
          data={[
            { value: OWN, label: `${version.data.title}, version ${version.data.number}` },
            ...templates.data.map(({ code, title }) => ({ value: code, label: `Template: ${title}` })),
          ]}
          value={source}
          allowDeselect={false}
          onChange={(value) => value !== null && setSource(value)}
        />
      </div>
      <Gaps
        activity={activity}
        targets={targets}
        query={template ? `template=${template.code}` : `version=${activity.versionId}`}
      />
    </>
  );
}

function Gaps({
  activity,
  targets,
  query,
}: {
  readonly activity: Activity;
  readonly targets: PathwayRequest['targets'];
  readonly query: string;
}) {
  const none = Object.keys(targets).length === 0;
  const cohort = useRead(
    'pathways.cohort',
    { activityId: activity.id, targets },
    { keepPrevious: true, enabled: !none && activity.enrolled > 0 },
  );
  if (activity.enrolled === 0)
    return (
      <EmptyState icon={<IconUsers size={32} />} title="Nobody is enrolled yet">
        <p>
          Add people on the tab <Link href={`/activities/${activity.id}/people`}>People</Link>; what they lack
          appears here.
        </p>
      </EmptyState>
    );
  if (none)
    return (
      <EmptyState title="This curriculum has no targets">
        <p>Choose a template above, or set targets in the curriculum and publish a new version.</p>
      </EmptyState>
    );
  if (cohort.isPending) return <Loading />;
  if (!cohort.data) return <FaultNotice fault={cohort.error} onRetry={() => void cohort.refetch()} />;
  return (
    <div aria-busy={cohort.isPlaceholderData} className={classes.answer}>
      <CohortView cohort={cohort.data} query={query} fileName={`Gaps ${activity.title}`} />
    </div>
  );
}
