import { Button } from '@mantine/core';
import { audienceName } from '../../../shared/curricula/words.ts';
import { narrowedAudience, widenedAudience } from '../../../shared/modules/audience.ts';
import { audienceSentence } from '../../../shared/modules/check-library.ts';
import { type AudienceGap, prerequisitesWithout } from '../../../shared/modules/in-library.ts';
import { useCommand } from '../../api/index.ts';
import classes from './Editor.module.css';
import { Finding } from './Finding.tsx';
import type { ModuleEditor } from './use-module-editor.ts';

/** Groups that may take the module but not what it builds on, or the other way round; one press narrows or widens. */
export function AudienceFindings({ editor }: { readonly editor: ModuleEditor }) {
  const { placed } = editor;
  if (placed.narrowPrerequisites.length === 0 && placed.widerDependents.length === 0) return null;
  return (
    <div className={classes.findings}>
      {placed.narrowPrerequisites.map((gap) => (
        <NarrowPrerequisite key={gap.module.code} gap={gap} editor={editor} />
      ))}
      {placed.widerDependents.map((gap) => (
        <WiderDependent key={gap.module.code} gap={gap} editor={editor} />
      ))}
    </div>
  );
}

function NarrowPrerequisite({ gap, editor }: { readonly gap: AudienceGap; readonly editor: ModuleEditor }) {
  const { draft, library } = editor;
  const widen = useCommand('modules.updateMany');
  const limits = draft.prerequisites.flatMap((code) => {
    const prerequisite = library.byCode.get(code);
    return prerequisite ? [prerequisite.audience] : [];
  });
  const narrowed = narrowedAudience(draft.audience, limits);
  const own = draft.code === '' ? 'this module' : draft.code;
  const { outside, module } = gap;
  // A prerequisite cannot be widened by more than is allowed to it: what it builds on itself goes along.
  const along =
    outside === 'everyone' ? [] : prerequisitesWithout([module.code], outside, library).map(({ id }) => id);
  return (
    <Finding
      kind="error"
      actions={
        <>
          {narrowed ? (
            <Button size="compact-xs" variant="default" onClick={() => editor.change({ audience: narrowed })}>
              {outside === 'everyone'
                ? `Only for ${narrowed.map(audienceName).join(', ')}`
                : `Leave out ${outside.map(audienceName).join(', ')} here`}
            </Button>
          ) : null}
          {outside === 'everyone' ? null : (
            <Button
              size="compact-xs"
              variant="default"
              loading={widen.pending}
              onClick={() =>
                void widen.run(
                  { ids: along, patch: { addAudience: [...outside] } },
                  {
                    done: ({ changed }) =>
                      `Opened ${changed === 1 ? module.code : `${module.code} and what it builds on`} to ${outside.map(audienceName).join(', ')}.`,
                  },
                )
              }
            >
              {along.length > 1
                ? `Open ${module.code} and ${along.length - 1} before it to them`
                : `Open ${module.code} to them`}
            </Button>
          )}
        </>
      }
    >
      {audienceSentence(own, module.code, outside)}
    </Finding>
  );
}

function WiderDependent({ gap, editor }: { readonly gap: AudienceGap; readonly editor: ModuleEditor }) {
  const { draft } = editor;
  const own = draft.code === '' ? 'this module' : draft.code;
  const wanted = widenedAudience(draft.audience, gap.module.audience);
  return (
    <Finding
      kind="error"
      actions={
        <Button size="compact-xs" variant="default" onClick={() => editor.change({ audience: wanted })}>
          {gap.outside === 'everyone'
            ? 'Open this module to everyone'
            : `Take in ${gap.outside.map(audienceName).join(', ')} here`}
        </Button>
      }
    >
      {audienceSentence(gap.module.code, own, gap.outside)}
    </Finding>
  );
}
