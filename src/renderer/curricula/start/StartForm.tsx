import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Template } from '../../../shared/contract/curricula.ts';
import { checksInWords } from '../../../shared/curricula/constraint-checks.ts';
import { usualSpecialty } from '../../../shared/curricula/template-outline.ts';
import { domainName, kindExplained, kindName } from '../../../shared/curricula/words.ts';
import { formatMinutes } from '../../../shared/format.ts';
import { useCommand } from '../../api/index.ts';
import { ConstraintList } from '../insight/ConstraintList.tsx';
import type { Library } from '../library.ts';
import classes from './NewCurriculum.module.css';
import { templateInsight } from './template-insight.ts';

/** Title and specialty of a new curriculum, what its kind is held to, and the modules it starts with. */
export function StartForm({
  template,
  library,
  title,
  onTitle,
}: {
  readonly template: Template | null;
  readonly library: Library;
  readonly title: string;
  readonly onTitle: (title: string) => void;
}) {
  const [, navigate] = useLocation();
  const standard = template === null ? null : usualSpecialty(template);
  const [specialty, setSpecialty] = useState(standard);
  const [tried, setTried] = useState(false);
  const create = useCommand('curricula.create');
  const empty = title.trim() === '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (empty) return;
    const created = await create.run({
      title: title.trim(),
      templateCode: template?.code ?? null,
      specialtyModule: specialty,
    });
    if (created) navigate(`/curricula/${created.id}`);
  }

  const found = useMemo(
    () => (template === null ? null : templateInsight(template, specialty, library)),
    [template, specialty, library],
  );
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label="Title"
        value={title}
        onChange={(event) => onTitle(event.currentTarget.value)}
        error={tried && empty ? 'Give the curriculum a title.' : null}
        maxLength={300}
        required
      />
      {standard === null ? null : (
        <Select
          label="Specialty module"
          description="Takes the specialty place of the pathway."
          data={(template?.specialtyChoices ?? []).map((code) => ({
            value: code,
            label: library.byCode.get(code)?.title ?? code,
          }))}
          value={specialty}
          onChange={(value) => value && setSpecialty(value)}
          allowDeselect={false}
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={create.pending}>
          Start the curriculum
        </Button>
        <Button component={Link} href="/curricula" variant="default">
          Cancel
        </Button>
      </div>
      {template === null || found === null ? null : (
        <>
          <section aria-label="What it is held to">
            <h2 className={classes.formHeading}>{kindName(template.kind)}</h2>
            <p className={classes.for}>{kindExplained(template.kind)}</p>
            <p className={classes.holds}>{checksInWords(found.checks)}, as the template stands:</p>
            <ConstraintList checks={found.checks} />
          </section>
          <section aria-label="Modules to start with">
            <h2 className={classes.formHeading}>Starts with</h2>
            <ol className={classes.modules}>
              {found.placed.map(({ module, group }) => (
                <li key={module.code}>
                  <span
                    className={classes.mark}
                    data-domain={module.domain}
                    title={domainName(module.domain)}
                  />
                  <span>
                    {module.title}
                    {group === null ? null : <span className={classes.for}> elective</span>}
                  </span>
                  <span className={classes.minutes}>{formatMinutes(module.minutes)}</span>
                </li>
              ))}
            </ol>
            {template.electives.map(({ atLeast, moduleCodes }) => (
              <p key={moduleCodes.join(' ')} className={classes.for}>
                Of the {moduleCodes.length} electives a learner takes at least {atLeast}.
              </p>
            ))}
          </section>
        </>
      )}
    </form>
  );
}
