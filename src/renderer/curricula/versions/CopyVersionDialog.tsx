import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CurriculumVersion } from '../../../shared/contract/curricula.ts';
import type { Module } from '../../../shared/contract/modules.ts';
import { counted } from '../../../shared/format.ts';
import { useCommand, useRead } from '../../api/index.ts';
import { FaultNotice, Loading } from '../../components/index.ts';
import { type Library, useLibrary } from '../library.ts';
import { nextTitle, sinceVersion } from './frozen-content.ts';
import classes from './Versions.module.css';

const LONGEST_LINE = 300;
/** More titles than this are counted. */
const LISTED = 8;

/** Starts a new curriculum from a published version, and says beforehand what has changed in the library since. */
export function CopyVersionDialog({
  versionId,
  onClose,
}: {
  readonly versionId: number;
  readonly onClose: () => void;
}) {
  const version = useRead('versions.get', { versionId });
  const { library, fault, retry } = useLibrary();
  const wrong = version.error ?? fault;
  return (
    <Modal opened onClose={onClose} title="Copy as a new curriculum" size="lg">
      {version.data && library ? (
        <CopyForm version={version.data} library={library} onClose={onClose} />
      ) : wrong ? (
        <FaultNotice fault={wrong} onRetry={() => void Promise.all([version.refetch(), retry()])} />
      ) : (
        <Loading />
      )}
    </Modal>
  );
}

function CopyForm({
  version,
  library,
  onClose,
}: {
  readonly version: CurriculumVersion;
  readonly library: Library;
  readonly onClose: () => void;
}) {
  const [, navigate] = useLocation();
  const copy = useCommand('curricula.copyVersion');
  const [title, setTitle] = useState(() => nextTitle(version.title));
  const { retired, edited } = sinceVersion(version, library.byId);
  const missing = title.trim() === '';

  async function copyIt(): Promise<void> {
    const input = { versionId: version.id, title: title.trim() };
    const created = await copy.run(input, { done: `Copied as “${input.title}”.` });
    if (created) navigate(`/curricula/${created.id}`);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing) void copyIt();
      }}
    >
      <p className={classes.lead}>
        The new curriculum starts with the outline, targets and constraints of “{version.title}” version{' '}
        {version.number}. Its schedule is left open, and the version stays as it is.
      </p>
      <TextInput
        label="Title"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={LONGEST_LINE}
        error={missing ? 'Give the new curriculum a title.' : null}
        required
        data-autofocus
      />
      <Notice
        modules={retired}
        heading={`${counted(retired.length, 'module is', 'modules are')} retired now`}
        advice="The copy keeps them. Look whether another module should take their place."
      />
      <Notice
        modules={edited}
        heading={`${counted(edited.length, 'module reads', 'modules read')} differently now`}
        advice="The copy takes them as the library has them today."
      />
      <div className={classes.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={copy.pending} disabled={missing}>
          Copy
        </Button>
      </div>
    </form>
  );
}

function Notice({
  modules,
  heading,
  advice,
}: {
  readonly modules: readonly Module[];
  readonly heading: string;
  readonly advice: string;
}) {
  if (modules.length === 0) return null;
  const rest = modules.length - LISTED;
  return (
    <section className={classes.notice}>
      <h3 className={classes.dialogHeading}>{heading}</h3>
      <ul className={classes.plain}>
        {modules.slice(0, LISTED).map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
        {rest > 0 ? <li>and {rest} more</li> : null}
      </ul>
      <p className={classes.soft}>{advice}</p>
    </section>
  );
}
