import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { domainName } from '../../../shared/curricula/words.ts';
import { AddSelect } from './AddSelect.tsx';
import classes from './Editor.module.css';
import { Finding } from './Finding.tsx';
import type { ModuleEditor } from './use-module-editor.ts';

/** Prerequisites, found by title or code. */
export function PrerequisitesField({ editor }: { readonly editor: ModuleEditor }) {
  const { prerequisites } = editor.draft;
  const { byCode } = editor.library;
  return (
    <div className={classes.stack}>
      {prerequisites.length > 0 ? (
        <ul className={classes.chosen} aria-label="Prerequisites">
          {prerequisites.map((code) => (
            <li key={code}>
              <span className={classes.soft}>{code}</span>
              <span className={classes.words}>
                {byCode.get(code)?.title ?? 'Not in the library any more'}
                {byCode.get(code)?.retired ? <span className={classes.soft}> (retired)</span> : null}
              </span>
              <span />
              <ActionIcon
                color="gray"
                aria-label={`Remove ${byCode.get(code)?.title ?? code}`}
                onClick={() =>
                  editor.change({ prerequisites: prerequisites.filter((other) => other !== code) })
                }
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      {editor.placed.retiredPrerequisites.length > 0 ? (
        <Finding kind="advice">
          {editor.placed.retiredPrerequisites.map(({ code }) => code).join(', ')}{' '}
          {editor.placed.retiredPrerequisites.length === 1 ? 'is' : 'are'} retired and no longer offered for
          new curricula. Choose what stands in the library now, if there is something.
        </Finding>
      ) : null}
      <AddSelect
        label="Add a prerequisite"
        placeholder="Title or code"
        groups={() =>
          DOMAINS.map((domain) => ({
            group: domainName(domain),
            items: [...byCode.values()]
              .filter(
                (module) =>
                  module.domain === domain && !module.retired && !prerequisites.includes(module.code),
              )
              .map(({ code, title }) => ({ value: code, label: `${code}  ${title}` })),
          }))
        }
        onAdd={(code) => editor.change({ prerequisites: [...prerequisites, code] })}
        error={editor.errors.prerequisites}
        nothing="No other module is called that."
      />
    </div>
  );
}
