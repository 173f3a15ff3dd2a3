import { Route, Switch, useSearch } from 'wouter';
import { FaultNotice, PageHeader } from '../components/index.ts';
import { BACK } from './back.ts';
import { EditModule, NewModule } from './editor/EditorScreens.tsx';
import { ModuleLibrary } from './library/ModuleLibrary.tsx';
import { ModulePage } from './page/ModulePage.tsx';

/** Every place below `/modules`. */
export function ModuleRoutes() {
  return (
    <Switch>
      <Route path="/modules">
        <ModuleLibrary />
      </Route>
      <Route path="/modules/new">
        <NewOrCopy />
      </Route>
      <Route path="/modules/:id/edit">
        {({ id }) => <WithId id={id}>{(moduleId) => <EditModule key={moduleId} id={moduleId} />}</WithId>}
      </Route>
      <Route path="/modules/:id">
        {({ id }) => <WithId id={id}>{(moduleId) => <ModulePage key={moduleId} id={moduleId} />}</WithId>}
      </Route>
      <Route>
        <NoSuchModule />
      </Route>
    </Switch>
  );
}

/** `?copy=` names the module that the new one starts from. */
function NewOrCopy() {
  const copy = idOf(new URLSearchParams(useSearch()).get('copy') ?? '');
  return <NewModule key={copy} copyOf={copy} />;
}

function WithId({
  id,
  children,
}: {
  readonly id: string;
  readonly children: (id: number) => React.ReactNode;
}) {
  const number = idOf(id);
  return number === null ? <NoSuchModule /> : children(number);
}

function idOf(text: string): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

function NoSuchModule() {
  return (
    <>
      <PageHeader title="Module" back={BACK} />
      <FaultNotice fault={{ message: 'There is no such module. Go back to the library and choose one.' }} />
    </>
  );
}
