import { Route, Switch } from 'wouter';
import { FaultNotice } from '../components/index.ts';
import { CreditScreen } from '../credit/index.ts';
import { ImportList, ImportRecord, RosterImport } from '../imports/index.ts';
import { DuplicatesPage } from './DuplicatesPage.tsx';
import { MergePage } from './MergePage.tsx';
import { MergeWith } from './MergeWith.tsx';
import { PeopleList } from './PeopleList.tsx';
import { EditPerson, NewPerson } from './PersonEditor.tsx';
import { PersonPage } from './PersonPage.tsx';

/** Every place below `/people`. */
export function PeopleRoutes() {
  return (
    <Switch>
      <Route path="/people">
        <PeopleList />
      </Route>
      <Route path="/people/new">
        <NewPerson />
      </Route>
      <Route path="/people/duplicates/:tab?">{({ tab }) => <DuplicatesPage tab={tab ?? ''} />}</Route>
      <Route path="/people/import">
        <RosterImport />
      </Route>
      <Route path="/people/imports">
        <ImportList />
      </Route>
      <Route path="/people/imports/:id">
        {({ id }) => (
          <WithId id={id} missing="There is no such import. Go back to the list of imports.">
            {(importId) => <ImportRecord key={importId} id={importId} />}
          </WithId>
        )}
      </Route>
      <Route path="/people/credit">
        <CreditScreen part="ledger" />
      </Route>
      <Route path="/people/credit/targets">
        <CreditScreen part="targets" />
      </Route>
      <Route path="/people/:id/edit">
        {({ id }) => <WithId id={id}>{(personId) => <EditPerson key={personId} id={personId} />}</WithId>}
      </Route>
      <Route path="/people/:id/merge/:other">
        {({ id, other }) => (
          <WithId id={id}>
            {(keepId) => (
              <WithId id={other}>
                {(otherId) => <MergePage key={`${keepId}-${otherId}`} keepId={keepId} otherId={otherId} />}
              </WithId>
            )}
          </WithId>
        )}
      </Route>
      <Route path="/people/:id/merge">
        {({ id }) => <WithId id={id}>{(personId) => <MergeWith key={personId} id={personId} />}</WithId>}
      </Route>
      <Route path="/people/:id/pathway/:saved">
        {({ id, saved }) => (
          <WithId id={id}>
            {(personId) => (
              <WithId id={saved} missing="There is no such pathway. Go back to the person.">
                {(pathwayId) => (
                  <PersonPage key={personId} id={personId} tab="pathway" pathwayId={pathwayId} />
                )}
              </WithId>
            )}
          </WithId>
        )}
      </Route>
      <Route path="/people/:id/:tab?">
        {({ id, tab }) => (
          <WithId id={id}>
            {(personId) => <PersonPage key={personId} id={personId} tab={tab ?? 'record'} />}
          </WithId>
        )}
      </Route>
      <Route>
        <FaultNotice fault={{ message: NO_PERSON }} />
      </Route>
    </Switch>
  );
}

const NO_PERSON = 'There is no such person. Go back to the list of people.';

function WithId({
  id,
  missing = NO_PERSON,
  children,
}: {
  readonly id: string;
  readonly missing?: string;
  readonly children: (id: number) => React.ReactNode;
}) {
  const number = Number(id);
  if (!Number.isSafeInteger(number) || number < 1) return <FaultNotice fault={{ message: missing }} />;
  return children(number);
}
