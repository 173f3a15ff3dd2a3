import type { PersonSummary } from '../../shared/contract/people.ts';
import { type Column, PersonName } from '../components/index.ts';
import { professionLabel } from './words.ts';

/** Who somebody is, wherever people are listed to be found. */
export const personColumns: readonly Column<PersonSummary>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(200px, 1.4fr)',
    cell: ({ name, credentials, formerNames }) => (
      <PersonName
        name={name}
        credentials={credentials}
        more={formerNames.length > 0 ? ` · formerly ${formerNames.join(', ')}` : null}
      />
    ),
  },
  {
    id: 'profession',
    header: 'Profession',
    width: 160,
    cell: ({ profession }) => professionLabel(profession),
  },
  { id: 'specialty', header: 'Specialty', width: 160, hideBelow: 1040, cell: ({ specialty }) => specialty },
  {
    id: 'email',
    header: 'E-mail',
    width: 'minmax(180px, 1.2fr)',
    hideBelow: 680,
    cell: ({ email }) => email,
  },
  { id: 'npi', header: 'NPI', width: 104, hideBelow: 880, cell: ({ npi }) => npi },
];
