import { Route, Switch } from 'wouter';
import { Missing } from '../app/Missing.tsx';
import { BackupsScreen } from './BackupsScreen.tsx';
import { CreditTypesScreen } from './CreditTypesScreen.tsx';
import { HistoryScreen } from './HistoryScreen.tsx';
import { OfficeScreen } from './OfficeScreen.tsx';

/** Every screen below `/office`. */
export function OfficeRoutes() {
  return (
    <Switch>
      <Route path="/office" component={OfficeScreen} />
      <Route path="/office/credit-types" component={CreditTypesScreen} />
      <Route path="/office/backups" component={BackupsScreen} />
      <Route path="/office/history" component={HistoryScreen} />
      <Route component={Missing} />
    </Switch>
  );
}
