import { Select, Textarea, TextInput } from '@mantine/core';
import { ModuleContent } from '../../../shared/contract/modules.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { domainName, TRACKS, trackName } from '../../../shared/curricula/words.ts';
import classes from './Editor.module.css';
import type { ModuleEditor } from './use-module-editor.ts';

/** What the module is called and where it belongs. */
export function AboutFields({ editor }: { readonly editor: ModuleEditor }) {
  const { draft, errors, change } = editor;
  return (
    <div className={classes.about}>
      <TextInput
        className={classes.code ?? ''}
        label="Code"
        value={draft.code}
        onChange={(event) => change({ code: event.currentTarget.value.toUpperCase() })}
        error={errors.code}
        maxLength={24}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextInput
        className={classes.title ?? ''}
        label="Title"
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={errors.title}
        maxLength={300}
        required
      />
      <Select
        label="Domain"
        description="Where its minutes are counted."
        placeholder="Choose a domain"
        data={DOMAINS.map((value) => ({ value, label: domainName(value) }))}
        value={draft.domain}
        onChange={(value) => change({ domain: DOMAINS.find((domain) => domain === value) ?? null })}
        error={errors.domain}
        allowDeselect={false}
        required
      />
      <Select
        label="Track"
        description="How much experience it asks for."
        placeholder="Choose a track"
        data={TRACKS.map((value) => ({ value, label: trackName(value) }))}
        value={draft.track}
        onChange={(value) =>
          change({ track: ModuleContent.shape.track.options.find((track) => track === value) ?? null })
        }
        error={errors.track}
        allowDeselect={false}
        required
      />
      <Textarea
        className={classes.wide ?? ''}
        label="Description"
        description="One to three sentences, as a learner reads them in the syllabus."
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={errors.description}
        maxLength={10_000}
        autosize
        minRows={3}
        maxRows={14}
      />
    </div>
  );
}
