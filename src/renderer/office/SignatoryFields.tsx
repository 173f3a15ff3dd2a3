import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { ImageField } from './ImageField.tsx';
import { newSignatory, type OfficeForm } from './office-form.ts';
import classes from './SignatoryFields.module.css';

const MAXIMUM = 4;

/** Who signs: up to four lines, each with a name, a title and, if there is one, the picture of a signature. */
export function SignatoryFields({ form }: { readonly form: OfficeForm }) {
  const { signatories } = form.values;
  return (
    <div>
      {signatories.map((signatory, index) => (
        <fieldset
          // A line that is not saved yet has nothing but its place to be known by.
          key={signatory.id ?? `new ${index}`}
          className={classes.signatory}
        >
          <legend className={classes.legend}>Signature {index + 1}</legend>
          <SimpleGrid type="container" cols={{ base: 1, '600px': 2 }}>
            <TextInput
              label="Name"
              description="With credentials, as it is signed."
              {...form.getInputProps(`signatories.${index}.name`)}
            />
            <TextInput
              label="Title"
              description="Printed under the name; may stay empty."
              {...form.getInputProps(`signatories.${index}.title`)}
            />
          </SimpleGrid>
          <div className={classes.image}>
            <ImageField
              label={`Picture of signature ${index + 1}`}
              hint="Optional. PNG or JPEG, dark ink on white."
              assetId={signatory.imageAssetId}
              onChange={(assetId) => form.setFieldValue(`signatories.${index}.imageAssetId`, assetId)}
            />
          </div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => form.removeListItem('signatories', index)}
          >
            Remove signature {index + 1}
          </Button>
        </fieldset>
      ))}
      {signatories.length < MAXIMUM ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('signatories', newSignatory())}
        >
          Add a signature
        </Button>
      ) : null}
    </div>
  );
}
