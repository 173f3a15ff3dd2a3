import { Radio, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { ImageField } from './ImageField.tsx';
import { ACCREDITORS, type OfficeForm } from './office-form.ts';

const TIME_ZONES = Intl.supportedValuesOf('timeZone');

/** Name, address and logo. */
export function ProviderFields({ form }: { readonly form: OfficeForm }) {
  return (
    <Stack gap="md">
      <TextInput
        label="Name of the provider"
        description="As it stands on certificates and in the accreditation statement."
        required
        {...form.getInputProps('providerName')}
      />
      <Textarea label="Address" autosize minRows={2} maxRows={5} {...form.getInputProps('address')} />
      <ImageField
        label="Logo"
        hint="PNG or JPEG, at most 4 MB. A wide picture on white prints best."
        assetId={form.values.logoAssetId}
        onChange={(assetId) => form.setFieldValue('logoAssetId', assetId)}
      />
    </Stack>
  );
}

/** Who accredits the office: decides which statements are printed. */
export function AccreditationFields({ form }: { readonly form: OfficeForm }) {
  return (
    <Stack gap="md">
      <Radio.Group label="Who accredits you" {...form.getInputProps('accreditor')}>
        <Stack gap="sm" mt="xs">
          {ACCREDITORS.map(({ value, label, description }) => (
            <Radio key={value} value={value} label={label} description={description} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.accreditor === 'state' ? (
        <TextInput
          label="State medical society"
          description="The recognized accreditor, in full."
          required
          {...form.getInputProps('stateSociety')}
        />
      ) : null}
    </Stack>
  );
}

/** How certificates are numbered and printed, and how minutes become credit. */
export function CertificateFields({ form }: { readonly form: OfficeForm }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <Radio.Group label="Paper" {...form.getInputProps('paper')}>
        <Stack gap="xs" mt="xs">
          <Radio value="letter" label="US Letter" />
          <Radio value="a4" label="A4" />
        </Stack>
      </Radio.Group>
      <TextInput
        label="Start of certificate numbers"
        description={`The first of this year is ${form.values.certificatePrefix || 'CME'}-${new Date().getFullYear()}-000001.`}
        {...form.getInputProps('certificatePrefix')}
        onChange={(event) =>
          form.setFieldValue('certificatePrefix', event.currentTarget.value.trim().toUpperCase())
        }
      />
      <Radio.Group
        label="Minutes to quarter-hours"
        description="The AMA booklet allows rounding to the nearest quarter-hour; down is stricter."
        {...form.getInputProps('rounding')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="nearest" label="To the nearest quarter-hour" />
          <Radio value="down" label="Down to the last full quarter-hour" />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label="Less than one credit prints as"
        description="No source settles it: choose what your accreditor prefers."
        {...form.getInputProps('fractionNoun')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="singular" label="0.75 Credit" />
          <Radio value="plural" label="0.75 Credits" />
        </Stack>
      </Radio.Group>
      <Select
        label="Time zone"
        description="Dates and times are shown in it."
        searchable
        data={TIME_ZONES.includes(form.values.timeZone) ? TIME_ZONES : [form.values.timeZone, ...TIME_ZONES]}
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
    </SimpleGrid>
  );
}
