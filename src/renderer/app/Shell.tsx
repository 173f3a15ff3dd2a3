import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { SystemState } from '../../shared/contract/system.ts';
import { useOfficeEpoch } from '../api/index.ts';
import { requestHeadingFocus } from '../components/heading-focus.ts';
import { Loading } from '../components/index.ts';
import { HomeScreen } from '../home/HomeScreen.tsx';
import { Missing } from './Missing.tsx';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import classes from './Shell.module.css';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import {
  ActivityRoutes,
  CertificateRoutes,
  CurriculaRoutes,
  ModuleRoutes,
  OfficeRoutes,
  PeopleRoutes,
} from './screens.ts';
import { useShortcuts } from './shortcuts.ts';

/** The window while an office is open: the rail, the screen, and what floats above both. */
export function Shell({ state }: { readonly state: SystemState }) {
  const [path] = useLocation();
  const [helpOpened, setHelpOpened] = useState(false);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const [, area = ''] = path.split('/');
  // Another office file begins every screen anew, but for the one that says so.
  const epoch = useOfficeEpoch();
  const screen = path === '/office/backups' ? area : `${area} ${epoch}`;
  useShortcuts(() => setHelpOpened(true));

  // Before the effects of the new screen, whose heading asks whether it is wanted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of place is the occasion
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    requestHeadingFocus();
    main.current?.scrollTo({ top: 0 });
  }, [path]);

  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <Rail state={state} onHelp={() => setHelpOpened(true)} />
      <main ref={main} id="main" tabIndex={-1} className={classes.main}>
        <div className={classes.page}>
          <ScreenBoundary key={screen} place="screen">
            <Suspense fallback={<Loading />}>
              <Switch>
                <Route path="/" component={HomeScreen} />
                <Route path="/curricula/*?" component={CurriculaRoutes} />
                <Route path="/modules/*?" component={ModuleRoutes} />
                <Route path="/activities/*?" component={ActivityRoutes} />
                <Route path="/people/*?" component={PeopleRoutes} />
                <Route path="/certificates/*?" component={CertificateRoutes} />
                <Route path="/office/*?" component={OfficeRoutes} />
                <Route path="/set-up/*?">
                  <Redirect to="/" replace />
                </Route>
                <Route component={Missing} />
              </Switch>
            </Suspense>
          </ScreenBoundary>
        </div>
      </main>
      <Palette onHelp={() => setHelpOpened(true)} />
      <ShortcutHelp opened={helpOpened} onClose={() => setHelpOpened(false)} />
    </div>
  );
}
