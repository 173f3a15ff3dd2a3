import type { CurriculumContent } from '../../../shared/contract/curricula.ts';
import type { Fault } from '../../../shared/errors.ts';
import { joinContent, sameContent, sendable } from './content.ts';
import { type History, record, startHistory, stepBack, stepForth } from './history.ts';

/** How a draft stands: what is shown, and how far it is saved. */
export type DraftState = History & {
  /** As the engine has it. */
  readonly saved: CurriculumContent;
  readonly saving: boolean;
  /** Why the last save failed; null once it is saved. */
  readonly fault: Fault | null;
};

/** How a keeper reaches the engine; answers the fault, or null. */
export type DraftWay = {
  readonly save: (content: CurriculumContent) => Promise<Fault | null>;
  /** The content as it stands now; null when it cannot be read. */
  readonly read: () => Promise<CurriculumContent | null>;
};

/** An edit is saved when the hands rest for this long, in milliseconds … */
const REST_MS = 500;
/** … or at the latest after this long. */
const LATEST_MS = 3_000;
/** A failed save is tried again after this long, each time twice as long. */
const RETRY_MS = 2_000;
const RETRY_AT_MOST_MS = 30_000;
/** Edits of one text within this time are one step of the history. */
const JOIN_MS = 1_500;

/**
 * Keeps one draft while it is edited: shown at once, saved a moment later, one save at a time. A save that fails is
 * tried again until it succeeds; what was changed elsewhere meanwhile is joined with what was changed here.
 */
export class DraftKeeper {
  #state: DraftState;
  readonly #way: DraftWay;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dirtySince: number | null = null;
  #editedAt = 0;
  #running: Promise<void> | null = null;
  #failures = 0;
  #saves = 0;
  #stopped = false;

  constructor(content: CurriculumContent, way: DraftWay) {
    this.#way = way;
    this.#state = { ...startHistory(content), saved: content, saving: false, fault: null };
  }

  readonly state = (): DraftState => this.#state;

  readonly follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether everything that can be saved is saved. */
  get isSaved(): boolean {
    return this.#stopped || (this.#running === null && sameContent(this.#sendable(), this.#state.saved));
  }

  /** Records an edit under words for Undo. With `joins`, quick edits under the same words are one. */
  edit(label: string, content: CurriculumContent, joins = false): void {
    const now = Date.now();
    const joined = joins && now - this.#editedAt < JOIN_MS;
    this.#editedAt = now;
    this.#set(record(this.#state, label, content, joined));
    this.#later();
  }

  /** Takes the last edit back; answers its words, or null when there is none. */
  undo(): string | null {
    const label = this.#state.past.at(-1)?.label ?? null;
    this.#set(stepBack(this.#state));
    this.#editedAt = 0;
    this.#later();
    return label;
  }

  /** Makes the edit again that was taken back last; answers its words, or null when there is none. */
  redo(): string | null {
    const label = this.#state.future[0]?.label ?? null;
    this.#set(stepForth(this.#state));
    this.#editedAt = 0;
    this.#later();
    return label;
  }

  /** Saves now what is not saved yet; true when all of it is. */
  async flush(): Promise<boolean> {
    do await this.#save();
    while (!this.#state.fault && !this.isSaved);
    return this.isSaved;
  }

  /** Looks whether the curriculum was changed elsewhere, and takes that over. */
  async compare(): Promise<void> {
    await this.#running;
    const saves = this.#saves;
    const elsewhere = await this.#way.read();
    // A save that began meanwhile is newer than what was read; the change it tells of leads here again.
    if (!elsewhere || saves !== this.#saves || sameContent(elsewhere, this.#state.saved)) return;
    const { content, saved } = this.#state;
    const joined = joinContent(content, saved, elsewhere);
    const history = this.#state.past.length === 0 ? { content: joined } : this.#changedElsewhere(joined);
    this.#set({ ...history, saved: elsewhere });
    if (!this.isSaved) this.#later();
  }

  /** Stops: nothing more is saved, also not after a save that is under way. For a curriculum that is gone. */
  stop(): void {
    this.#stopped = true;
    this.#clearTimer();
    this.#set({ saved: this.#state.content, fault: null });
  }

  #changedElsewhere(content: CurriculumContent): History {
    return record(this.#state, 'Changed elsewhere', content);
  }

  #sendable(): CurriculumContent {
    return sendable(this.#state.content, this.#state.saved);
  }

  #later(): void {
    if (this.#stopped) return;
    const now = Date.now();
    this.#dirtySince ??= now;
    this.#clearTimer();
    const wait = Math.max(0, Math.min(REST_MS, this.#dirtySince + LATEST_MS - now));
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  #save(): Promise<void> {
    // One after the other: what is edited meanwhile goes with the next.
    this.#running ??= this.#saveOnce().finally(() => {
      this.#running = null;
      this.#set({ saving: false });
      if (this.#stopped) return;
      if (this.#failures > 0) this.#retry();
      else if (!this.isSaved) this.#later();
    });
    return this.#running;
  }

  async #saveOnce(): Promise<void> {
    this.#clearTimer();
    this.#dirtySince = null;
    if (this.#stopped) return;
    const content = this.#sendable();
    if (sameContent(content, this.#state.saved)) {
      this.#failures = 0;
      if (this.#state.fault) this.#set({ fault: null });
      return;
    }
    this.#saves += 1;
    this.#set({ saving: true });
    const fault = await this.#way.save(content);
    this.#failures = fault ? this.#failures + 1 : 0;
    this.#set(fault ? { fault } : { fault: null, saved: content });
  }

  #retry(): void {
    this.#clearTimer();
    const wait = Math.min(RETRY_AT_MOST_MS, RETRY_MS * 2 ** (this.#failures - 1));
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  #clearTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #set(part: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
