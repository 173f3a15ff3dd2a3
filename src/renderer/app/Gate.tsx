import { useState } from 'react';
import { useRead } from '../api/index.ts';
import { FaultNotice, Loading } from '../components/index.ts';
import { FirstStart } from '../office/FirstStart.tsx';
import { Unavailable } from '../office/Unavailable.tsx';
import classes from './Gate.module.css';
import { Shell } from './Shell.tsx';

/** Decides what the window is: the first start, a problem with the file, or the work itself. */
export function Gate() {
  const state = useRead('system.state', {});
  const [filling, setFilling] = useState(false);
  if (state.isPending)
    return (
      <main className={classes.gate}>
        <Loading />
      </main>
    );
  // An office that was open stays on the screen while it is out of reach; the notice above says so.
  if (!state.data)
    return (
      <main className={classes.gate}>
        <h1 className={classes.name}>Rounds</h1>
        <FaultNotice
          fault={state.error ?? { message: 'Rounds did not answer.' }}
          onRetry={() => void state.refetch()}
        />
      </main>
    );
  // The sample office exists from its first row on; the window waits until the last is there.
  if (state.data.phase === 'new' || filling) return <FirstStart state={state.data} onFilling={setFilling} />;
  switch (state.data.phase) {
    case 'unavailable':
      return <Unavailable state={state.data} />;
    case 'ready':
      return <Shell state={state.data} />;
  }
}
