import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { FaultNotice, PageHeader } from '../components/index.ts';
import { CurriculumList } from './CurriculumList.tsx';
import { CurriculumPage } from './CurriculumPage.tsx';
import { NewCurriculum } from './start/NewCurriculum.tsx';
import { ComparePage } from './versions/ComparePage.tsx';
import { VersionPage } from './versions/VersionPage.tsx';
import { BACK } from './words.ts';

/** Every place below `/curricula`. */
export function CurriculaRoutes() {
  return (
    <Switch>
      <Route path="/curricula">
        <CurriculumList />
      </Route>
      <Route path="/curricula/new">
        <NewCurriculum />
      </Route>
      <Route path="/curricula/:id/versions/:versionId">
        {({ versionId }) => (
          <WithId id={versionId}>{(number) => <VersionPage key={number} id={number} />}</WithId>
        )}
      </Route>
      <Route path="/curricula/:id/compare">
        {({ id }) => <WithId id={id}>{(number) => <ComparePage key={number} id={number} />}</WithId>}
      </Route>
      <Route path="/curricula/:id/:tab?">
        {({ id, tab }) => (
          <WithId id={id}>
            {(number) => <CurriculumPage key={number} id={number} tab={tab ?? 'modules'} />}
          </WithId>
        )}
      </Route>
      <Route>
        <Nowhere />
      </Route>
    </Switch>
  );
}

function WithId({ id, children }: { readonly id: string; readonly children: (id: number) => ReactNode }) {
  const number = Number(id);
  return Number.isSafeInteger(number) && number > 0 ? children(number) : <Nowhere />;
}

function Nowhere() {
  return (
    <>
      <PageHeader title="Curriculum" back={BACK} />
      <FaultNotice fault={{ message: 'There is no such curriculum. Go back to the list of curricula.' }} />
    </>
  );
}
