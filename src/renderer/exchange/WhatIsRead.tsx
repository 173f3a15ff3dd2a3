import { Button } from '@mantine/core';
import { Section } from '../components/index.ts';
import classes from './Exchange.module.css';
import { saveSchema } from './export-files.ts';

/** What a file may hold, for those who make one by hand or with another program. */
export function WhatIsRead() {
  return (
    <Section
      title="What can be imported"
      actions={
        <Button variant="default" onClick={() => void saveSchema()}>
          Save the schema
        </Button>
      }
    >
      <dl className={classes.forms}>
        <div>
          <dt>JSON</dt>
          <dd>
            Modules with everything about them, and whole curricula. Export a module or a curriculum to get
            one; the schema describes every field, for other programs that write such files.
          </dd>
        </div>
        <div>
          <dt>CSV or Excel</dt>
          <dd>
            One module a row below a row of headings. “Code” is needed; a new module also needs “Title”,
            “Domain”, “Track”, “Format” and “Minutes”. Parts of a list are separated by semicolons,
            competencies are written <code>F1:2; C3:1</code>.
          </dd>
        </div>
        <div>
          <dt>Modules that are here already</dt>
          <dd>
            A module is recognized by its code. What the file says of it replaces what is here; fields and
            columns that the file does not have stay as they are.
          </dd>
        </div>
        <div>
          <dt>Curricula</dt>
          <dd>Each becomes a draft of its own. A draft that is here is never overwritten.</dd>
        </div>
      </dl>
    </Section>
  );
}
