import type { Column } from './data-table-model.ts';
import { PersonName } from './PersonName.tsx';

type Enrolled = { readonly enrolmentId: number; readonly name: string; readonly credentials: string };

/**
 * The names of people enrolled in an activity, with their credentials below. They sort in the order in which the engine
 * listed them, which knows family names; the name as one text does not.
 */
export function personNameColumn<Row extends Enrolled>(
  /** Everyone, in the order of names, also those whom a search leaves out. */
  everyone: readonly Enrolled[],
  width = 'minmax(120px, 1fr)',
): Column<Row> {
  const order = new Map(everyone.map(({ enrolmentId }, index) => [enrolmentId, index]));
  return {
    id: 'name',
    header: 'Name',
    width,
    sortValue: ({ enrolmentId }) => order.get(enrolmentId) ?? 0,
    cell: ({ name, credentials }) => <PersonName lines name={name} credentials={credentials} />,
  };
}
