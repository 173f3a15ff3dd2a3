import type { Module } from '../../../shared/contract/modules.ts';
import { counted } from '../../../shared/format.ts';
import type { ModuleChange } from '../../../shared/modules/preview.ts';
import { ScrollRegion } from '../../components/index.ts';
import { Finding } from '../editor/Finding.tsx';
import classes from './Bulk.module.css';

/** How many modules are written out; more would not be read. */
const SHOWN = 40;

/** What a change of many would change, before it is made. */
export function PatchPreview({
  changes,
  same,
  emptied,
}: {
  readonly changes: readonly ModuleChange[];
  /** How many of the chosen modules already read so. */
  readonly same: number;
  /** Modules that would lose their last group. */
  readonly emptied: readonly Module[];
}) {
  return (
    <ScrollRegion label="What will change" className={classes.preview}>
      <h3 className={classes.heading}>What will change</h3>
      <p className={classes.soft} role="status">
        {changes.length === 0
          ? 'Nothing yet. Choose above what to change.'
          : `${counted(changes.length, 'module changes', 'modules change')}${same > 0 ? `, ${same} already read so` : ''}.`}
      </p>
      {emptied.length > 0 ? (
        <Finding kind="error">
          {emptied
            .slice(0, 3)
            .map(({ code }) => code)
            .join(', ')}
          {emptied.length > 3 ? ` and ${emptied.length - 3} more` : ''} would lose every group, which would
          open {emptied.length === 1 ? 'it' : 'them'} to everyone. Add another group, or leave{' '}
          {emptied.length === 1 ? 'it' : 'them'} out.
        </Finding>
      ) : null}
      <ul className={classes.changes}>
        {changes.slice(0, SHOWN).map((change) => (
          <Change key={change.module.id} change={change} />
        ))}
      </ul>
      {changes.length > SHOWN ? <p className={classes.soft}>… and {changes.length - SHOWN} more.</p> : null}
    </ScrollRegion>
  );
}

function Change({ change: { module, fields } }: { readonly change: ModuleChange }) {
  return (
    <li>
      <div>
        <span className={classes.soft}>{module.code}</span> {module.title}
      </div>
      {fields.map(({ field, from, to }) => (
        <div key={field} className={classes.field}>
          {field}: <del>{from}</del> → <ins>{to}</ins>
        </div>
      ))}
    </li>
  );
}
