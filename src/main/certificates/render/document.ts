/** A piece of text in one style. */
export type Run = {
  readonly text: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly superscript?: boolean;
};
/** A sentence made of runs, set as one paragraph. */
export type RichText = readonly Run[];
/** PNG or JPEG bytes. */
export type Image = { readonly mediaType: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array };

/** Everything that stands on a certificate, worded and complete: the renderer adds nothing and decides nothing. */
export type CertificateDocument = {
  readonly kind: 'certificate';
  readonly paper: 'letter' | 'a4';
  /** Null on a preview, which is marked as such across the page. */
  readonly number: string | null;
  /** `Certificate of Credit` or `Certificate of Participation`. */
  readonly heading: string;
  /** Before the name, such as `This certifies that`. */
  readonly preface: string;
  readonly recipientName: string;
  readonly credentials: string;
  /** Between the name and the activity title, such as `has participated in the live activity titled`. */
  readonly lead: string;
  readonly activityTitle: string;
  /** Learning format, date and place, one line each. */
  readonly details: readonly string[];
  /** The award or participation sentence. */
  readonly award: RichText;
  /** Accreditation and designation statements, one paragraph each. */
  readonly statements: readonly RichText[];
  readonly providerName: string;
  readonly providerAddress: string;
  readonly logo: Image | null;
  readonly signatories: readonly {
    readonly name: string;
    readonly title: string;
    readonly image: Image | null;
  }[];
  /** Such as `Issued November 24, 2026` and `Replaces SUM-2026-000012`. */
  readonly footer: readonly string[];
  /** Instant, UTC; fixes the file's dates so that the same data give the same bytes. */
  readonly issuedAt: string;
};

/** A label with what stands beside it. */
type Fact = { readonly label: string; readonly value: string };
/** `minutes` is the least of a learner and what its bar is drawn by; `time` says the least and the most, in minutes. */
type DomainTime = {
  readonly domain: string;
  readonly minutes: number;
  readonly time: string;
  readonly credits: string;
};

/** A row of the table of modules: a required module, or a group of electives with its rule in words. */
export type OutlineRow =
  | { readonly kind: 'module'; readonly number: number; readonly note: string }
  | {
      readonly kind: 'electives';
      /** Name and rule, such as `Specialty: any 2 of 5`. */
      readonly heading: string;
      readonly note: string;
      readonly options: readonly { readonly number: number; readonly note: string }[];
    };

/** A section of the outline; modules above the first section stand in one without a title. */
export type OutlinePart = {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly OutlineRow[];
};

/** A syllabus of a curriculum, published or a draft; several pages. */
export type SyllabusDocument = {
  readonly kind: 'syllabus';
  readonly paper: 'letter' | 'a4';
  /** A word across every page, such as `Draft`; null on a published version. */
  readonly mark: string | null;
  readonly providerName: string;
  readonly title: string;
  readonly versionLine: string;
  readonly description: string;
  readonly facts: readonly Fact[];
  /** What the curriculum is held to, and whether that is so. */
  readonly constraints: readonly { readonly text: string; readonly found: string; readonly holds: string }[];
  readonly domains: readonly DomainTime[];
  /** The schedule, one line a week; empty without one. */
  readonly weeks: readonly { readonly week: string; readonly modules: string; readonly time: string }[];
  readonly outline: readonly OutlinePart[];
  /** In teaching order; `number` counts from 1. */
  readonly modules: readonly {
    readonly number: number;
    readonly code: string;
    readonly title: string;
    readonly domain: string;
    readonly format: string;
    readonly minutes: number;
    readonly credits: string;
    readonly description: string;
    /** With the level of Bloom's taxonomy that its verb shows; empty when it shows none. */
    readonly objectives: readonly { readonly text: string; readonly bloom: string }[];
    readonly prerequisites: readonly string[];
    readonly assessment: string;
    /** Numbers in `references`. */
    readonly references: readonly number[];
  }[];
  /** `levels[i]` is what module i gives (0 none). */
  readonly matrix: readonly {
    readonly code: string;
    readonly name: string;
    readonly domain: string;
    readonly target: number;
    readonly attained: number;
    readonly levels: readonly number[];
  }[];
  /** Each source once, in the order in which it is first named; number i stands at i − 1. */
  readonly references: readonly string[];
  /** How the credit comes about, one step a line. */
  readonly creditSum: readonly Fact[];
  readonly creditLine: string;
  readonly publishedAt: string;
};

/** A curriculum version on one page. */
export type OverviewDocument = {
  readonly kind: 'overview';
  readonly paper: 'letter' | 'a4';
  readonly providerName: string;
  readonly title: string;
  readonly versionLine: string;
  readonly description: string;
  readonly facts: readonly Fact[];
  readonly domains: readonly Pick<DomainTime, 'domain' | 'minutes' | 'time'>[];
  readonly outline: readonly OutlinePart[];
  /** In teaching order, as in the syllabus. */
  readonly modules: readonly {
    readonly number: number;
    readonly title: string;
    readonly minutes: number;
  }[];
  readonly targets: readonly {
    readonly code: string;
    readonly name: string;
    readonly target: number;
    readonly attained: number;
  }[];
  readonly creditLine: string;
  /** Provider and address, one line each. */
  readonly contact: readonly string[];
  readonly publishedAt: string;
};

/** A learner's pathway on one page. */
export type PathwayDocument = {
  readonly kind: 'pathway';
  readonly paper: 'letter' | 'a4';
  readonly providerName: string;
  readonly title: string;
  readonly learnerName: string;
  readonly credentials: string;
  /** Specialty, practice area, day, minutes and credit wanted; each with its label. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Time and credit of the whole, such as `2 h 30 min in 4 modules, 2.5 credits`. */
  readonly totalLine: string;
  /** How the levels are to be read. */
  readonly levelsLine: string;
  /** Competencies with a target: what the learner shows now, what is aimed at, what the pathway reaches. */
  readonly targets: readonly {
    readonly code: string;
    readonly name: string;
    readonly now: number;
    readonly target: number;
    readonly reached: number;
  }[];
  readonly steps: readonly {
    readonly number: number;
    readonly code: string;
    readonly title: string;
    readonly minutes: string;
    readonly credits: string;
    /** The first reason for which it was chosen. */
    readonly reason: string;
  }[];
  /** Modules that the targets would lead to and that the learner has completed or shows already. */
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
  readonly warnings: readonly string[];
  /** What the coordinator set by hand, each with the reason. */
  readonly byHand: readonly { readonly what: string; readonly reason: string }[];
  /** That nothing here is awarded credit. */
  readonly creditLine: string;
  readonly savedAt: string;
};

export type PageDocument = CertificateDocument | SyllabusDocument | OverviewDocument | PathwayDocument;

/** A character that no embedded font can show, so that the page would print wrong. */
export type Unprintable = { readonly character: string; readonly codePoint: string; readonly field: string };

/** Bytes of a PDF, or what stops it from printing right. */
export type Rendered =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly unprintable: readonly Unprintable[] };

/** Draws pages somewhere (worker threads in the program, this thread in tests). Same document, same bytes. */
export type PageRenderer = {
  render(document: PageDocument): Promise<Rendered>;
  /** Checks the text of a document against the fonts without drawing it. */
  check(document: PageDocument): Promise<readonly Unprintable[]>;
  close(): Promise<void>;
};
