import type { Input, MethodName, Output, ParsedInput } from '../../shared/contract/index.ts';
import type { PageRenderer } from '../certificates/render/document.ts';
import type { OfficeFile, Reader, Writer } from '../database/index.ts';
import type { KeptAnswers, PathwaySolver } from '../pathways/index.ts';
import type { Jobs } from './jobs.ts';

/** What every handler may use. */
export type Services = {
  readonly file: OfficeFile;
  readonly jobs: Jobs;
  readonly pages: PageRenderer;
  readonly solver: PathwaySolver;
  /** Pathways computed since the engine started, for saving. */
  readonly answers: KeptAnswers;
  /** Now in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`; fixed in tests. */
  readonly now: () => string;
  readonly appVersion: string;
};

/** For reading handlers: the file, for reading. */
export type ReadContext = Services & { readonly read: Reader };
/** For writing handlers: one open change. */
export type WriteContext = Services & { readonly write: Writer };

type HandlerFor<M extends MethodName, E> = E extends 'write'
  ? (context: WriteContext, input: ParsedInput<M>) => Output<M>
  : E extends 'job'
    ? (context: Services, input: ParsedInput<M>) => Output<M>
    : (context: ReadContext, input: ParsedInput<M>) => Output<M> | Promise<Output<M>>;

/** The handlers of some methods: a feature that leaves one out does not compile. Writing handlers never await. */
export type Handlers<Methods extends object> = {
  readonly [M in keyof Methods & MethodName]: HandlerFor<
    M,
    Methods[M] extends { readonly effect: infer E } ? E : never
  >;
};

export type { Input, Output };
