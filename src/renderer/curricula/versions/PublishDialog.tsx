import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Curriculum } from '../../../shared/contract/curricula.ts';
import type { Module } from '../../../shared/contract/modules.ts';
import { checkInWords } from '../../../shared/curricula/constraint-checks.ts';
import { difference, draftSide } from '../../../shared/curricula/difference.ts';
import { changeLine } from '../../../shared/curricula/difference-words.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { counted } from '../../../shared/format.ts';
import { useCommand, useRead } from '../../api/index.ts';
import { FaultNotice, Figures, Loading } from '../../components/index.ts';
import { contentOf } from '../draft/content.ts';
import { useLibrary } from '../library.ts';
import { gapInWords, levelInWords } from '../words.ts';
import { CurriculumFigures } from './CurriculumFigures.tsx';
import classes from './Versions.module.css';

/** Says exactly what publishing freezes, and what is still open, then publishes. */
export function PublishDialog({
  curriculum,
  title,
  outline,
  found,
  unchanged,
  flush,
  onClose,
}: {
  readonly curriculum: Curriculum;
  readonly title: string;
  readonly outline: readonly Module[];
  readonly found: Insight;
  /** The latest version reads exactly like the draft. */
  readonly unchanged: boolean;
  readonly flush: () => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const [, navigate] = useLocation();
  const publish = useCommand('curricula.publish');
  const [saved, setSaved] = useState<boolean | null>(null);
  const latest = curriculum.versions[0] ?? null;
  const number = (latest?.number ?? 0) + 1;

  // What is published is what is recorded: first everything is saved.
  useEffect(() => {
    let gone = false;
    void flush().then((all) => {
      if (!gone) setSaved(all);
    });
    return () => {
      gone = true;
    };
  }, [flush]);

  async function publishIt(): Promise<void> {
    if (!(await flush())) return setSaved(false);
    const published = await publish.run(
      { id: curriculum.id },
      { done: `Published “${title}” version ${number}.` },
    );
    if (published) navigate(`/curricula/${curriculum.id}/versions/${published.versionId}`);
  }

  const refusal = refusalOf(outline, saved);
  return (
    <Modal opened onClose={onClose} title={`Publish version ${number}`} size="lg">
      {saved === null ? (
        <Loading />
      ) : refusal ? (
        <>
          <FaultNotice fault={{ message: refusal }} />
          <Buttons>
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
          </Buttons>
        </>
      ) : unchanged && latest ? (
        <>
          <p className={classes.lead}>
            Version {latest.number} already reads exactly like this draft. Change something to publish a new
            version, or use that one.
          </p>
          <Buttons>
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button component={Link} href={`/curricula/${curriculum.id}/versions/${latest.id}`}>
              Open version {latest.number}
            </Button>
          </Buttons>
        </>
      ) : (
        <>
          <p className={classes.lead}>
            <strong>{title}</strong> is frozen as version {number}: its words, its modules as they stand now,
            and its targets. Later edits do not touch it. A published version cannot be taken back.
          </p>
          <Figures>
            <CurriculumFigures of={found} />
          </Figures>
          {latest ? <Changes curriculum={curriculum} versionId={latest.id} number={latest.number} /> : null}
          <Open found={found} />
          <Buttons>
            <Button variant="default" onClick={onClose}>
              Not yet
            </Button>
            <Button onClick={() => void publishIt()} loading={publish.pending} data-autofocus>
              Publish version {number}
            </Button>
          </Buttons>
        </>
      )}
    </Modal>
  );
}

function Buttons({ children }: { readonly children: React.ReactNode }) {
  return <div className={classes.dialogButtons}>{children}</div>;
}

function refusalOf(outline: readonly Module[], saved: boolean | null): string | null {
  if (outline.length === 0)
    return 'This curriculum has no modules yet. Add at least one from the library, then publish.';
  if (saved === false)
    return 'The latest changes are not saved yet, so they cannot be published. Go back, choose Try again, then publish.';
  return null;
}

/** So many changes are told in the dialog; the comparison tells all. */
const TOLD = 10;

/** What the new version changes against the latest one. */
function Changes({
  curriculum,
  versionId,
  number,
}: {
  readonly curriculum: Curriculum;
  readonly versionId: number;
  readonly number: number;
}) {
  const latest = useRead('versions.get', { versionId });
  const { library } = useLibrary();
  if (!latest.data || !library) return null;
  const lines = difference(latest.data, draftSide(contentOf(curriculum), library)).flatMap(({ changes }) =>
    changes.map(changeLine),
  );
  const rest = lines.length - TOLD;
  return (
    <section aria-label={`Since version ${number}`}>
      <h3 className={classes.dialogHeading}>Since version {number}</h3>
      <ul className={classes.plain}>
        {lines.slice(0, TOLD).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same
          <li key={index}>{line}</li>
        ))}
      </ul>
      <p>
        <Link href={`/curricula/${curriculum.id}/compare?from=${versionId}&to=draft`}>
          {rest > 0 ? `See ${counted(rest, 'more change', 'more changes')}` : 'See the whole comparison'}
        </Link>
      </p>
    </section>
  );
}

/** What is still open; none of it keeps the version from being published. */
function Open({ found }: { readonly found: Insight }) {
  const { library } = useLibrary();
  const titled = (code: string): string => {
    const title = library?.byCode.get(code)?.title;
    return title === undefined ? code : `${title} (${code})`;
  };
  // Targets are told one by one below.
  const failing = found.checks.filter(({ status, key }) => status !== 'holds' && key !== 'targets');
  const unmet = found.coverage.filter(({ met }) => !met);
  if (found.gaps.length === 0 && unmet.length === 0 && failing.length === 0) return null;
  return (
    <section className={classes.open} aria-label="Still open">
      <h3 className={classes.dialogHeading}>
        <IconAlertTriangle size={16} aria-hidden /> Still open
      </h3>
      <ul className={classes.plain}>
        {failing.map((check) => (
          <li key={check.key}>{checkInWords(check)}.</li>
        ))}
        {found.gaps.map((gap) => (
          <li key={`${gap.moduleCode} ${gap.prerequisite}`}>
            {gap.moduleTitle} requires {titled(gap.prerequisite)}, which {gapInWords(gap.kind)}.
          </li>
        ))}
        {unmet.map(({ code, name, target, attained }) => (
          <li key={code}>
            {code} {name}: target {levelInWords(target)}, reaches {levelInWords(attained)}.
          </li>
        ))}
      </ul>
      <p className={classes.soft}>
        You can publish all the same, or go back and mend this first. The version and its papers say what does
        not hold, and the history of the office says that it was published so.
      </p>
    </section>
  );
}
