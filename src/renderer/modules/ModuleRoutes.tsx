import { Route, Switch } from 'wouter';
import { FaultNotice, PageHeader } from '../components/index.ts';
import { ExchangeImport } from '../exchange/index.ts';
import { BACK } from './back.ts';
import { EditModule, NewModule } from './editor/EditorScreens.tsx';
import { ModuleLibrary } from './library/ModuleLibrary.tsx';
import { ModulePage } from './page/ModulePage.tsx';
import { ReviewWorklist } from './reviews/ReviewWorklist.tsx';

/** Every place below `/modules`. */
export function ModuleRoutes() {
  return (
    <Switch>
      <Route path="/modules">
        <ModuleLibrary />
      </Route>
      <Route path="/modules/new">
        <NewModule />
      </Route>
      <Route path="/modules/reviews">
        <ReviewWorklist />
      </Route>
      <Route path="/modules/import">
        <ExchangeImport />
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
