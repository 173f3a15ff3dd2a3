import type { Person } from '../../../shared/contract/people.ts';
import { counted } from '../../../shared/format.ts';
import { Finding } from '../../components/index.ts';
import { standingInWords } from '../at-activity-words.ts';
import type { PersonForm, PersonValues } from '../person-form.ts';

/** Says, once profession or credentials are changed, which activities keep what they have: credit is claimed there. */
export function ClaimedAdvice({
  form,
  before,
  claimed,
}: {
  readonly form: PersonForm;
  readonly before: PersonValues | null;
  readonly claimed: Person['history'];
}) {
  const { profession, credentials } = form.values;
  if (before === null) return null;
  if (profession === before.profession && credentials.trim() === before.credentials) return null;
  const kept = claimed.filter(
    (entry) => entry.profession !== profession || entry.credentials !== credentials.trim(),
  );
  if (kept.length === 0) return null;
  const standings = [...new Set(kept.map(standingInWords))];
  return (
    <Finding kind="advice">
      {counted(kept.length, 'activity', 'activities')} with credit claimed{' '}
      {kept.length === 1 ? 'keeps' : 'keep'} {standings.join('; ')}. Once this is saved, you can change that
      for each activity on the person’s page.
    </Finding>
  );
}
