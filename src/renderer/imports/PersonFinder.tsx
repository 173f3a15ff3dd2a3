import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonSummary } from '../../shared/contract/people.ts';
import { useRead } from '../api/index.ts';
import classes from './Imports.module.css';

const SHOWN = 6;

/** Finds anyone whom the office knows. */
export function PersonFinder({ onChoose }: { readonly onChoose: (person: PersonSummary) => void }) {
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 120);
  const found = useRead(
    'people.list',
    { text: wanted.slice(0, 100), profession: null, sort: 'name', after: null, limit: SHOWN },
    { enabled: wanted !== '' },
  );
  const people = wanted === '' ? [] : (found.data?.rows ?? []);
  return (
    <div className={classes.finder}>
      <TextInput
        type="search"
        label="Somebody else"
        placeholder="Name, e-mail or NPI"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [only] = people;
          if (event.key === 'Enter' && only && wanted === text.trim()) onChoose(only);
        }}
      />
      <div role="status" className={classes.soft}>
        {wanted !== '' && found.data
          ? found.data.total === 0
            ? 'Nobody of this name is known to the office.'
            : found.data.total > SHOWN
              ? `The first ${SHOWN} of ${found.data.total}. Type more to narrow it down.`
              : ''
          : ''}
      </div>
      <ul className={classes.choices}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className={classes.choice} onClick={() => onChoose(person)}>
              <span className={classes.choiceWords}>
                <span className={classes.strong}>
                  {person.credentials ? `${person.name}, ${person.credentials}` : person.name}
                </span>
                <span className={classes.soft}>{person.email || person.npi || person.profession}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
