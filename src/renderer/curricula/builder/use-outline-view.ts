import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { moduleKey, type OutlineRow, type RowKey } from '../../../shared/curricula/outline-rows.ts';
import { chooseAlso, chooseOnly, chooseTo, NOTHING_CHOSEN, type Selection, stillThere } from './selection.ts';

/** What is written in a row: the title of a section or group, its note and week, the rule of a group. */
export type Editing = { readonly key: RowKey; readonly part: 'title' | 'note' | 'rule' };

/** What is dragged: a row of the outline, or a module of the library. */
export type Lifted = RowKey | 'library' | null;

/** How the outline is looked at: focus, choice, and what is open in it. None of this is saved. */
export type OutlineView = {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The row that Tab reaches; null in an empty outline. */
  readonly stop: RowKey | null;
  /** The row that was worked on last; null before the first one. */
  readonly active: RowKey | null;
  readonly selection: Selection;
  readonly editing: Editing | null;
  /** The row whose menu is open. */
  readonly menu: RowKey | null;
  readonly lifted: Lifted;
  readonly does: ViewActs;
};

/** What changes the view; always the same functions. */
export type ViewActs = {
  /** Brings the focus to a row as soon as it is drawn. */
  readonly focusRow: (key: RowKey) => void;
  readonly onFocusRow: (key: RowKey) => void;
  readonly click: (key: RowKey, how: { readonly also: boolean; readonly range: boolean }) => void;
  /** Goes to a row by key; with `extend` the choice goes along. */
  readonly go: (key: RowKey, extend: boolean) => void;
  readonly toggle: (key: RowKey) => void;
  readonly choose: (keys: readonly RowKey[]) => void;
  readonly clear: () => void;
  /** Forgets the row that was worked on last. */
  readonly leave: () => void;
  readonly edit: (editing: Editing | null) => void;
  readonly openMenu: (key: RowKey | null) => void;
  readonly lift: (lifted: Lifted) => void;
  readonly reveal: (moduleId: number) => void;
};

/** The view of an outline with these rows. */
export function useOutlineView(rows: readonly OutlineRow[]): OutlineView {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<RowKey | null>(null);
  const [active, setActive] = useState<RowKey | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING_CHOSEN);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menu, setMenu] = useState<RowKey | null>(null);
  const [lifted, setLifted] = useState<Lifted>(null);
  const order = useMemo(() => rows.flatMap(({ kind, key }) => (kind === 'end' ? [] : [key])), [rows]);
  const latest = useRef({ order, active });
  latest.current = { order, active };

  // A row that was moved or brought back is drawn anew: the focus goes after it.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = rowElement(list.current, wanted.current);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });

  // What was open in a row that is gone is closed: it does not open by itself should the row come back.
  useEffect(() => {
    if (editing !== null && !order.includes(editing.key)) setEditing(null);
  }, [editing, order]);

  const does = useMemo((): ViewActs => {
    function focusRow(key: RowKey): void {
      wanted.current = key;
      setActive(key);
      rowElement(list.current, key)?.focus();
    }
    return {
      focusRow,
      onFocusRow: setActive,
      click(key, { also, range }) {
        setSelection((known) => {
          if (range) return chooseTo(known, key, latest.current.order, latest.current.active);
          return also ? chooseAlso(known, key) : chooseOnly(key);
        });
        focusRow(key);
      },
      go(key, extend) {
        const from = latest.current.active;
        setSelection((known) =>
          extend ? chooseTo(known, key, latest.current.order, from) : chooseOnly(key),
        );
        focusRow(key);
      },
      toggle: (key) => setSelection((known) => chooseAlso({ ...known, anchor: null }, key)),
      choose: (keys) => setSelection({ chosen: new Set(keys), anchor: keys[0] ?? null }),
      clear: () => setSelection(NOTHING_CHOSEN),
      leave() {
        setActive(null);
        setSelection(NOTHING_CHOSEN);
      },
      edit: setEditing,
      openMenu: setMenu,
      lift: setLifted,
      reveal(moduleId) {
        const key = moduleKey(moduleId);
        if (!latest.current.order.includes(key)) return;
        setSelection({ chosen: new Set([key]), anchor: key });
        focusRow(key);
        rowElement(list.current, key)?.scrollIntoView({ block: 'center' });
      },
    };
  }, []);

  const there = useMemo(() => stillThere(selection, order), [selection, order]);
  const present = active !== null && order.includes(active) ? active : null;
  return {
    list,
    stop: present ?? order[0] ?? null,
    active: present,
    selection: there,
    editing,
    menu,
    lifted,
    does,
  };
}

function rowElement(list: HTMLElement | null, key: RowKey): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-row-key="${key}"]`) ?? null;
}
