import { Select } from '@mantine/core';
import { useState } from 'react';

/** Options under the heading of their group. */
export type OptionGroup = {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
};

/** How many options the list shows at once. */
const MOST_OFFERED = 200;

/** Finds one more thing by typing and hands it over; the field is then ready for the next. */
export function AddSelect({
  label,
  placeholder,
  groups,
  onAdd,
  error,
  nothing,
}: {
  readonly label: string;
  readonly placeholder: string;
  /** Asked only while the field is in use: a library may hold thousands. */
  readonly groups: () => readonly OptionGroup[];
  readonly onAdd: (value: string) => void;
  readonly error: string | undefined;
  /** Said when nothing fits what was typed. */
  readonly nothing: string;
}) {
  const [search, setSearch] = useState('');
  const [inUse, setInUse] = useState(false);
  const options = inUse ? groups().filter(({ items }) => items.length > 0) : [];
  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={options.map(({ group, items }) => ({ group, items: [...items] }))}
      onFocus={() => setInUse(true)}
      onBlur={() => setInUse(false)}
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(value) => {
        if (value === null) return;
        setSearch('');
        onAdd(value);
      }}
      error={error}
      nothingFoundMessage={nothing}
      searchable
      // A library may hold thousands: what is not among the first is found by typing more of it.
      limit={MOST_OFFERED}
      // A field that takes the focus because of an error must not cover the error with its list.
      openOnFocus={false}
      maxDropdownHeight={320}
    />
  );
}
