import { Select, TextInput } from '@mantine/core';
import { ActivityContent } from '../../../shared/contract/activities.ts';
import { LEARNING_FORMATS, LearningFormat } from '../../../shared/contract/primitives.ts';
import { sentenceCase } from '../../../shared/format.ts';
import { DELIVERIES } from '../words.ts';
import { movedTo } from './draft.ts';
import classes from './Overview.module.css';
import type { Overview } from './use-overview.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** Title, format, how, when and where it is held. */
export function AboutFields({ overview }: { readonly overview: Overview }) {
  const { draft, change, problems } = overview;
  const { content } = draft;
  const zones = ZONES.includes(content.timeZone) ? ZONES : [content.timeZone, ...ZONES];
  return (
    <div className={classes.fields}>
      <TextInput
        className={classes.wide ?? ''}
        label="Title"
        description="Exactly as it stands on certificates."
        value={content.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={problems.fields.title}
        maxLength={300}
        required
      />
      <Select
        label="Learning format"
        data={LEARNING_FORMATS.map((value) => ({ value, label: sentenceCase(value) }))}
        value={content.learningFormat}
        onChange={(value) => change({ learningFormat: LearningFormat.parse(value) })}
        allowDeselect={false}
      />
      {content.learningFormat === 'other' || content.formatDescription !== '' ? (
        <TextInput
          label="Brief description of the format"
          value={content.formatDescription}
          onChange={(event) => change({ formatDescription: event.currentTarget.value })}
          error={problems.fields.formatDescription}
          maxLength={300}
          required={content.learningFormat === 'other'}
        />
      ) : null}
      <Select
        label="Held"
        data={Object.entries(DELIVERIES).map(([value, label]) => ({ value, label }))}
        value={content.delivery}
        onChange={(value) => change({ delivery: ActivityContent.shape.delivery.parse(value) })}
        allowDeselect={false}
      />
      <Select
        label="Time zone"
        description="Of every time of day in this activity."
        data={zones}
        value={content.timeZone}
        onChange={(value) => value && change({ timeZone: value })}
        allowDeselect={false}
        searchable
        limit={60}
        nothingFoundMessage="No time zone has this name."
      />
      {content.delivery === 'online' && content.place === '' ? null : (
        <TextInput
          className={classes.place ?? ''}
          label="Place"
          description="City, state and building; printed for activities held in person."
          value={content.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
          maxLength={300}
        />
      )}
      {content.delivery === 'in-person' && content.link === '' ? null : (
        <TextInput
          label="Link"
          description="Where people join; never printed."
          value={content.link}
          onChange={(event) => change({ link: event.currentTarget.value })}
          maxLength={300}
        />
      )}
      <TextInput
        className={classes.firstDay ?? ''}
        type="date"
        label="First day"
        description="Moves every session with it."
        value={content.startsOn}
        onChange={({ currentTarget: { value } }) => {
          // While a date is being typed the field is empty for a moment; nothing moves until it is a date.
          if (value !== '') overview.replace(movedTo(draft, value));
        }}
        error={problems.fields.startsOn}
        required
      />
      <TextInput
        type="date"
        label="Last day"
        description="The day of the last session, or later."
        value={content.endsOn}
        min={content.startsOn}
        onChange={(event) => change({ endsOn: event.currentTarget.value })}
        error={problems.fields.endsOn}
        required
      />
    </div>
  );
}
