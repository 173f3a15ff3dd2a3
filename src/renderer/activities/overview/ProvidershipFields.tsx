import { Radio, TagsInput } from '@mantine/core';
import { Providership } from '../../../shared/contract/primitives.ts';
import classes from './Overview.module.css';
import type { Overview } from './use-overview.ts';

/** Alone, or jointly with organizations that are not accredited. */
export function ProvidershipFields({ overview }: { readonly overview: Overview }) {
  const { content } = overview.draft;
  return (
    <div className={classes.rules}>
      <Radio.Group
        label="Who provides this activity"
        value={content.providership}
        onChange={(value) => overview.change({ providership: Providership.parse(value) })}
      >
        <div className={classes.radios}>
          <Radio value="direct" label="Your office alone (direct providership)" />
          <Radio
            value="joint"
            label="Your office with organizations that are not accredited (joint providership)"
          />
        </div>
      </Radio.Group>
      {content.providership === 'joint' ? (
        <TagsInput
          label="Joint providers"
          description="Press Enter after each name; they stand in the accreditation statement."
          value={content.jointProviders}
          onChange={(jointProviders) => overview.change({ jointProviders })}
          error={overview.problems.fields.jointProviders}
          maxTags={10}
          acceptValueOnBlur
          splitChars={[]}
          required
        />
      ) : null}
    </div>
  );
}
