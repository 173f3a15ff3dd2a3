import { Route, Switch } from 'wouter';
import { FaultNotice } from '../components/index.ts';
import { AttendanceImport, ReflectionsImport } from '../imports/index.ts';
import { ActivityList } from './ActivityList.tsx';
import { ActivityPage } from './ActivityPage.tsx';
import { CopyActivity } from './CopyActivity.tsx';
import { CheckInScreen } from './check-in/CheckInScreen.tsx';
import { NewActivity } from './NewActivity.tsx';

/** Every place below `/activities`. */
export function ActivityRoutes() {
  return (
    <Switch>
      <Route path="/activities">
        <ActivityList />
      </Route>
      <Route path="/activities/new">
        <NewActivity />
      </Route>
      <Route path="/activities/:id/import-attendance">
        {({ id }) => <WithId id={id}>{(activityId) => <AttendanceImport activityId={activityId} />}</WithId>}
      </Route>
      <Route path="/activities/:id/copy">
        {({ id }) => <WithId id={id}>{(activityId) => <CopyActivity activityId={activityId} />}</WithId>}
      </Route>
      <Route path="/activities/:id/check-in">
        {({ id }) => <WithId id={id}>{(activityId) => <CheckInScreen activityId={activityId} />}</WithId>}
      </Route>
      <Route path="/activities/:id/import-reflections">
        {({ id }) => <WithId id={id}>{(activityId) => <ReflectionsImport activityId={activityId} />}</WithId>}
      </Route>
      <Route path="/activities/:id/:tab?">
        {({ id, tab }) => (
          <WithId id={id}>
            {(activityId) => <ActivityPage key={activityId} id={activityId} tab={tab ?? 'overview'} />}
          </WithId>
        )}
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
  const number = Number(id);
  if (!Number.isSafeInteger(number) || number < 1)
    return (
      <FaultNotice fault={{ message: 'There is no such activity. Go back to the list of activities.' }} />
    );
  return children(number);
}
