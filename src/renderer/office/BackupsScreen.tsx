import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { showDone, useJob, useRead } from '../api/index.ts';
import { navigate } from '../app/hash-location.ts';
import { JobProgress, PageHeader, Section } from '../components/index.ts';
import { BackupList } from './BackupList.tsx';
import { Consequence } from './Consequence.tsx';
import { OfficeTabs } from './OfficeTabs.tsx';
import { unsavedPoints } from './unsaved-points.ts';

/** Backups: where they are, take one, go back to one, start an empty office. */
export function BackupsScreen() {
  const state = useRead('system.state', {});
  const backup = useJob();
  const fresh = useJob();
  const [startingFresh, setStartingFresh] = useState(false);
  const done = backup.job?.status === 'done';

  useEffect(() => {
    if (done) showDone('A backup was taken, opened and checked.', null);
  }, [done]);

  return (
    <>
      <PageHeader
        title="Backups"
        eyebrow="Office"
        actions={
          <Button loading={backup.running} onClick={() => void backup.start('backups.create', {})}>
            Back up now
          </Button>
        }
      />
      <OfficeTabs />
      <JobProgress job={backup.job} onCancel={backup.cancel} />
      <Section
        title="Backups of this office"
        description={
          state.data
            ? `Rounds takes one at start whenever something has changed, and before a new version takes over. They are in the folder “backups” in ${state.data.dataDirectory}. Copy that folder to another disk now and then.`
            : ''
        }
      >
        <BackupList />
      </Section>
      <Section
        title="Start an empty office"
        description={
          state.data?.sample
            ? 'Leave the sample and set up your own office. The sample is set aside, not deleted.'
            : 'The present office is set aside under another name, not deleted. The window then shows the first start.'
        }
      >
        <JobProgress job={fresh.job} />
        <Button variant="default" disabled={fresh.running} onClick={() => setStartingFresh(true)}>
          {state.data?.sample ? 'Leave the sample office' : 'Set this office aside'}
        </Button>
      </Section>
      <Consequence
        opened={startingFresh}
        title={state.data?.sample ? 'Leave the sample office?' : 'Set this office aside?'}
        points={[
          `${state.data?.fileName ?? 'The office file'} is renamed and stays in ${state.data?.dataDirectory ?? 'its folder'}.`,
          'Backups stay where they are; each can be restored later.',
          'The window then shows the first start, with the starter catalog and nothing else.',
          ...unsavedPoints(),
        ]}
        action="Set aside and start empty"
        onClose={() => setStartingFresh(false)}
        onConfirm={() => {
          navigate('/', { replace: true });
          void fresh.start('system.startFresh', {});
        }}
      />
    </>
  );
}
