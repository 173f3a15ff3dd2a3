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

/** A syllabus of a published curriculum version; several pages. */
export type SyllabusDocument = {
  readonly kind: 'syllabus';
  readonly paper: 'letter' | 'a4';
  readonly providerName: string;
  readonly title: string;
  readonly versionLine: string;
  readonly description: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly domains: readonly {
    readonly domain: string;
    readonly minutes: number;
    readonly credits: string;
  }[];
  readonly modules: readonly {
    readonly number: number;
    readonly code: string;
    readonly title: string;
    readonly domain: string;
    readonly format: string;
    readonly minutes: number;
    readonly credits: string;
    readonly description: string;
    readonly objectives: readonly string[];
    readonly assessment: string;
    readonly references: readonly string[];
  }[];
  /** Rows are competencies; `levels[i]` is what module i gives (0 none). */
  readonly matrix: readonly {
    readonly code: string;
    readonly name: string;
    readonly target: number;
    readonly attained: number;
    readonly levels: readonly number[];
  }[];
  readonly creditLine: string;
  readonly publishedAt: string;
};

export type PageDocument = CertificateDocument | SyllabusDocument;

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
