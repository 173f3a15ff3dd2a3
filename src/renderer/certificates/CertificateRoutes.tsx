import { Route, Switch } from 'wouter';
import { FaultNotice } from '../components/index.ts';
import { CertificateList } from './CertificateList.tsx';
import { CertificatePage } from './CertificatePage.tsx';

/** Every place below `/certificates`. */
export function CertificateRoutes() {
  return (
    <Switch>
      <Route path="/certificates">
        <CertificateList />
      </Route>
      <Route path="/certificates/:id">
        {({ id }) => {
          const number = Number(id);
          return Number.isSafeInteger(number) && number > 0 ? (
            <CertificatePage key={number} id={number} />
          ) : (
            <FaultNotice
              fault={{ message: 'There is no such certificate. Go back to the list of certificates.' }}
            />
          );
        }}
      </Route>
    </Switch>
  );
}
