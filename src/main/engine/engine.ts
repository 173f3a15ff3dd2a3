import type { Answer, EngineEvent, MethodName } from '../../shared/contract/index.ts';
import { activitiesHandlers } from '../activities/handlers.ts';
import { certificatesHandlers } from '../certificates/handlers.ts';
import type { PageRenderer } from '../certificates/render/document.ts';
import { creditHandlers } from '../credit/handlers.ts';
import { addMissingTypes, missingTypes } from '../credit/index.ts';
import { curriculaHandlers } from '../curricula/handlers.ts';
import { OfficeFile } from '../database/index.ts';
import { exchangeHandlers } from '../exchange/handlers.ts';
import { modulesHandlers } from '../modules/handlers.ts';
import { seedCatalogue } from '../modules/index.ts';
import { officeHandlers } from '../office/handlers.ts';
import { seedStatements } from '../office/statements.ts';
import { pathwaysHandlers } from '../pathways/handlers.ts';
import { KeptAnswers, type PathwaySolver } from '../pathways/index.ts';
import { peopleHandlers } from '../people/handlers.ts';
import { reflectionsHandlers } from '../reflections/handlers.ts';
import { createDispatcher, toFault } from './dispatcher.ts';
import { Jobs } from './jobs.ts';
import { createLog } from './log.ts';
import { systemHandlers } from './system-handlers.ts';

/** What an engine is made of. Only the data folder, the page renderer and the solver are required. */
export type EngineOptions = {
  readonly dataDirectory: string;
  readonly pages: PageRenderer;
  readonly solver: PathwaySolver;
  readonly appVersion?: string;
  /** Fixed in tests. */
  readonly now?: () => string;
  /** Told at named steps of every write, backup, migration and restore; crash tests stop the program there. */
  readonly onStep?: (name: string) => void;
};

/** The engine as its callers see it: one way in, one way out. */
export type Engine = {
  call(method: MethodName | (string & {}), input: unknown): Promise<Answer>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Waits for running work, then closes the file. */
  close(): Promise<void>;
};

/** The engine with its jobs, for the worker entry that also reads cancel messages. */
export type LocalEngine = Engine & { readonly jobs: Jobs };

/** Builds the engine in this thread and opens the office file. A file that cannot be opened is a state, not an error. */
export async function createEngine(options: EngineOptions): Promise<LocalEngine> {
  const now = options.now ?? (() => new Date().toISOString());
  const appVersion = options.appVersion ?? '0.0.0';
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const log = createLog(options.dataDirectory, now);
  const answers = new KeptAnswers();
  const file = new OfficeFile({
    dataDirectory: options.dataDirectory,
    appVersion,
    now,
    seed: (writer) => {
      writer.describe('Loaded the starter catalog');
      seedCatalogue(writer);
      seedStatements(writer);
      addMissingTypes(writer);
    },
    addMissing: (open) => {
      if (missingTypes(open.reader).length > 0)
        open.write('credit.addMissingTypes', (writer) => {
          writer.describe('Added the credit types that come with this version');
          addMissingTypes(writer);
        });
    },
    ...(options.onStep ? { onStep: options.onStep } : {}),
    onReplaced: () => {
      // Nothing worked out from the file before may go into this one, here or in a window.
      answers.clear();
      emit({ type: 'replaced' });
    },
    onChanged: (topics) => emit({ type: 'changed', topics }),
  });
  await file.open();
  const jobs = new Jobs(
    (job) => emit({ type: 'job', job }),
    (error) => toFault(error, log, 'job'),
  );
  const services = {
    file,
    jobs,
    pages: options.pages,
    solver: options.solver,
    answers,
    now,
    appVersion,
  };
  const dispatch = createDispatcher(
    {
      ...systemHandlers,
      ...officeHandlers,
      ...modulesHandlers,
      ...exchangeHandlers,
      ...curriculaHandlers,
      ...peopleHandlers,
      ...activitiesHandlers,
      ...creditHandlers,
      ...certificatesHandlers,
      ...pathwaysHandlers,
      ...reflectionsHandlers,
    },
    services,
    log,
  );
  return {
    jobs,
    call: (method, input) => dispatch(method, input),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await options.solver.close();
      await jobs.settled();
      file.close();
      await options.pages.close();
    },
  };
}
