import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { dateInZone } from '../../../shared/activities/schedule.ts';
import type { CurriculumVersion } from '../../../shared/contract/curricula.ts';
import { checksInWords } from '../../../shared/curricula/constraint-checks.ts';
import { insight } from '../../../shared/curricula/insight.ts';
import { counted, formatDate } from '../../../shared/format.ts';
import { printFile, saveFile, useRead } from '../../api/index.ts';
import {
  FaultNotice,
  Figures,
  Loading,
  PageHeader,
  PdfPreview,
  Section,
  useOfficeZone,
} from '../../components/index.ts';
import { cellInWords, coverageCells, firstToLookAt } from '../coverage/cells.ts';
import { HeatMap } from '../coverage/HeatMap.tsx';
import { ConstraintList } from '../insight/ConstraintList.tsx';
import { DomainTable } from '../insight/DomainTable.tsx';
import { useLibrary } from '../library.ts';
import { BACK } from '../words.ts';
import { CurriculumFigures } from './CurriculumFigures.tsx';
import { VersionMenu } from './VersionMenu.tsx';
import { VersionModules } from './VersionModules.tsx';
import classes from './Versions.module.css';

/** A published version: what was frozen, with its syllabus. Nothing here can be edited. */
export function VersionPage({ id }: { readonly id: number }) {
  const version = useRead('versions.get', { versionId: id });
  if (version.isPending) return <Loading />;
  if (!version.data)
    return (
      <>
        <PageHeader title="Version" back={BACK} />
        <FaultNotice fault={version.error} onRetry={() => void version.refetch()} />
      </>
    );
  return <OpenVersion version={version.data} />;
}

function OpenVersion({ version }: { readonly version: CurriculumVersion }) {
  const zone = useOfficeZone();
  const syllabus = useRead('versions.syllabus', { versionId: version.id });
  const file = syllabus.data;
  return (
    <>
      <PageHeader
        title={version.title}
        eyebrow={`Version ${version.number}, published ${formatDate(dateInZone(version.publishedAt, zone))}`}
        back={{ label: 'Curriculum', path: `/curricula/${version.curriculumId}/versions` }}
        description={
          version.activities === 0
            ? 'No activity teaches this version yet.'
            : `Taught in ${counted(version.activities, 'activity', 'activities')}.`
        }
        actions={
          <>
            <VersionMenu version={version} place="page" />
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              disabled={!file}
              onClick={() => file && printFile(file)}
            >
              Print the syllabus
            </Button>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              disabled={!file}
              onClick={() => file && saveFile(file)}
            >
              Save as PDF
            </Button>
            <Button component={Link} href={`/activities/new?version=${version.id}`}>
              Open an activity
            </Button>
          </>
        }
      />
      <div className={classes.split}>
        <div>
          <Contents version={version} />
        </div>
        <section aria-label="Syllabus">
          {syllabus.isPending ? <Loading /> : null}
          {syllabus.isError ? (
            <FaultNotice fault={syllabus.error} onRetry={() => void syllabus.refetch()} />
          ) : null}
          {file ? <PdfPreview file={file} height="calc(100dvh - var(--s4))" /> : null}
        </section>
      </div>
    </>
  );
}

function Contents({ version }: { readonly version: CurriculumVersion }) {
  const { library } = useLibrary();
  const rounding = library?.rounding ?? 'nearest';
  const today = library?.today ?? dateInZone(version.publishedAt, 'UTC');
  const found = useMemo(() => {
    const modules = new Map(version.content.map((module) => [module.id, module]));
    const { competencies } = version;
    return insight(version, { moduleOf: (id) => modules.get(id), competencies, rounding, today });
  }, [version, rounding, today]);
  const cells = useMemo(
    () => coverageCells(version.competencies, found.coverage),
    [version.competencies, found.coverage],
  );
  const [chosen, setChosen] = useState(() => firstToLookAt(cells));
  const cell = cells.find(({ code }) => code === chosen);
  const facts = [
    ['Audience', version.audience],
    ['Delivery', version.delivery],
    ['Award', version.award],
  ].filter(([, value]) => value !== '');
  return (
    <>
      <Section title="In short">
        {version.description === '' ? null : <p className={classes.lead}>{version.description}</p>}
        <Figures>
          <CurriculumFigures of={version} />
        </Figures>
        <DomainTable domains={found.domains} />
        {facts.length === 0 ? null : (
          <table className={classes.facts} aria-label="Facts">
            <tbody>
              {facts.map(([label, value]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {found.checks.length === 0 ? null : (
        <Section title="Constraints" description={`${checksInWords(found.checks)}, as it was published.`}>
          <ConstraintList checks={found.checks} />
        </Section>
      )}
      <Section title="Modules">
        <VersionModules version={version} />
      </Section>
      <Section
        title="Competencies"
        description={
          found.targets === 0
            ? 'This version sets no targets.'
            : `${found.targetsMet} of ${counted(found.targets, 'target', 'targets')} met.`
        }
      >
        <HeatMap cells={cells} chosen={chosen} onChoose={setChosen} />
        {cell ? (
          <p className={classes.chosen} role="status">
            {cellInWords(cell)}.{' '}
            {cell.givenBy.length > 0 ? (
              <span className={classes.soft}>Through {cell.givenBy.join(', ')}.</span>
            ) : null}
          </p>
        ) : null}
      </Section>
    </>
  );
}
