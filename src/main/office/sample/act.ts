import { contract, type Input, type Output } from '../../../shared/contract/index.ts';
import { RoundsError } from '../../../shared/errors.ts';
import { activitiesHandlers } from '../../activities/handlers.ts';
import { certificatesHandlers } from '../../certificates/handlers.ts';
import { creditHandlers } from '../../credit/handlers.ts';
import { curriculaHandlers } from '../../curricula/handlers.ts';
import type { Writer } from '../../database/index.ts';
import type { Services } from '../../engine/handlers.ts';
import { modulesHandlers } from '../../modules/handlers.ts';
import { pathwaysHandlers } from '../../pathways/handlers.ts';
import { peopleHandlers } from '../../people/handlers.ts';
import { reflectionsHandlers } from '../../reflections/handlers.ts';

const HANDLERS = {
  ...modulesHandlers,
  ...curriculaHandlers,
  ...peopleHandlers,
  ...activitiesHandlers,
  ...creditHandlers,
  ...certificatesHandlers,
  ...pathwaysHandlers,
  ...reflectionsHandlers,
};

/** Methods that the sample office is made with: the same ones that the window calls. */
export type SampleMethod = keyof typeof HANDLERS;

/** Does what the window would do: parses the input, runs the handler, each write as one change. */
export async function act<M extends SampleMethod>(
  services: Services,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const { effect, input: schema } = contract[method];
  const parsed = schema.parse(input);
  // As in the dispatcher: the table proves that this handler takes this input and answers this output.
  const handler = HANDLERS[method] as (context: object, input: unknown) => Output<M> | Promise<Output<M>>;
  switch (effect) {
    case 'write':
      return services.file.write(method, (write: Writer) => handler({ ...services, write }, parsed)).value;
    case 'job':
      return handler(services, parsed);
    case 'read':
      return handler({ ...services, read: services.file.reader }, parsed);
  }
}

const POLL_MS = 20;

/** Waits for a job that {@link act} started. @throws RoundsError with what stopped it */
export async function finished(services: Services, jobId: string): Promise<void> {
  for (;;) {
    const { status, fault } = services.jobs.get(jobId);
    if (status === 'done') return;
    if (status !== 'running')
      throw new RoundsError('internal', fault?.message ?? 'The sample office could not be finished.');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
