import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Module, Template } from '../../../shared/contract/curricula.ts';
import { domainName } from '../../../shared/curricula/words.ts';
import { formatMinutes } from '../../../shared/format.ts';
import { useCommand } from '../../api/index.ts';
import classes from './NewCurriculum.module.css';

/** Title and specialty of a new curriculum, and the modules it starts with. */
export function StartForm({
  template,
  byCode,
  title,
  onTitle,
}: {
  readonly template: Template | null;
  readonly byCode: ReadonlyMap<string, Module>;
  readonly title: string;
  readonly onTitle: (title: string) => void;
}) {
  const [, navigate] = useLocation();
  const standard = template?.moduleCodes.find((code) => template.specialtyChoices.includes(code)) ?? null;
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

  const codes = (template?.moduleCodes ?? []).map((code) =>
    code === standard && specialty !== null ? specialty : code,
  );
  const modules = codes.flatMap((code) => byCode.get(code) ?? []);
  const electives = (template?.electiveCodes ?? []).flatMap((code) => byCode.get(code) ?? []);
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
            label: byCode.get(code)?.title ?? code,
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
      {modules.length === 0 ? null : (
        <section aria-label="Modules to start with">
          <h2 className={classes.formHeading}>Starts with</h2>
          <ol className={classes.modules}>
            {modules.map((module) => (
              <li key={module.code}>
                <span
                  className={classes.mark}
                  data-domain={module.domain}
                  title={domainName(module.domain)}
                />
                <span>{module.title}</span>
                <span className={classes.minutes}>{formatMinutes(module.minutes)}</span>
              </li>
            ))}
          </ol>
          {electives.length === 0 ? null : (
            <p className={classes.for}>
              Electives to consider: {electives.map((module) => module.title).join('; ')}.
            </p>
          )}
        </section>
      )}
    </form>
  );
}
