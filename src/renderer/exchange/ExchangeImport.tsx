import { Button, FileButton, Loader } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { FaultNotice, FileDrop, JobProgress, PageHeader } from '../components/index.ts';
import classes from './Exchange.module.css';
import { summaryOf } from './fates.ts';
import { ImportFoot } from './ImportFoot.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { Rehearsed } from './Rehearsed.tsx';
import { type ExchangeState, useExchange } from './use-exchange.ts';
import { WhatIsRead } from './WhatIsRead.tsx';

const ACCEPT = '.json,.csv,.tsv,.txt,.xlsx';
const BACK = { label: 'Module library', path: '/modules' };

/** One screen from the file to the result: choose, look, leave out, import. */
export function ExchangeImport() {
  const state = useExchange();
  const { file, rehearsal, fault, looking, imported } = state;
  if (imported) return <ImportOutcome imported={imported} back={BACK} onAnother={state.startOver} />;
  return (
    <>
      <PageHeader
        title="Import modules and curricula"
        back={BACK}
        description="From a file that Rounds exported, or from a table with one module a row."
      />
      {file ? <FileLine state={state} /> : null}
      {fault ? (
        <div className={classes.notice}>
          <FaultNotice fault={fault} />
        </div>
      ) : null}
      {looking && file ? <Looking name={file.name} state={state} /> : null}
      {rehearsal ? (
        <>
          <Rehearsed key={rehearsal.rehearsalId} rehearsal={rehearsal} state={state} />
          <ImportFoot state={state} rehearsal={rehearsal} />
        </>
      ) : null}
      {!rehearsal && !looking ? (
        <>
          <FileDrop
            accept={ACCEPT}
            label={file ? 'Choose another file, or drop it here' : 'Choose a file, or drop it here'}
            hint="JSON, CSV or Excel (.xlsx), at most 64 MB and 50,000 modules."
            onFile={(chosen) => void state.choose(chosen)}
          />
          <p className={classes.promise}>
            Choosing a file writes nothing. You see what each module and curriculum becomes, leave out what
            you do not want, and then import in one step that can be undone.
          </p>
          <WhatIsRead />
        </>
      ) : null}
    </>
  );
}

function FileLine({ state }: { readonly state: ExchangeState }) {
  const { file, rehearsal, applying, choose } = state;
  if (!file) return null;
  return (
    <div className={classes.file}>
      <IconFileImport size={28} stroke={1.5} aria-hidden className={classes.fileIcon} />
      <div className={classes.fileWords}>
        <div className={classes.strong}>{file.name}</div>
        {rehearsal ? <div role="status">{summaryOf(rehearsal)}</div> : null}
      </div>
      {rehearsal ? (
        <FileButton onChange={(chosen) => chosen && void choose(chosen)} accept={ACCEPT} disabled={applying}>
          {(props) => (
            <Button {...props} variant="default" disabled={applying}>
              Choose another file
            </Button>
          )}
        </FileButton>
      ) : null}
    </div>
  );
}

/** How far looking is, with the way to stop it; nothing has been written then. */
function Looking({ name, state }: { readonly name: string; readonly state: ExchangeState }) {
  if (state.progress)
    return (
      <div className={classes.progress}>
        <JobProgress job={state.progress} onCancel={state.stop} />
      </div>
    );
  return (
    <div className={classes.looking} role="status">
      <Loader size="sm" aria-hidden />
      <div className={classes.fileWords}>Opening “{name}”</div>
      <Button variant="subtle" onClick={state.stop}>
        Stop
      </Button>
    </div>
  );
}
