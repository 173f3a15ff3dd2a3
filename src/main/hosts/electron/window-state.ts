import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, screen } from 'electron';
import { z } from 'zod';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) });
const State = z.object({ bounds: Bounds, maximized: z.boolean() });

/** Where the window was, if it can still be seen there; a good size otherwise. */
export function rememberedWindowState(): {
  readonly bounds: {
    readonly x?: number;
    readonly y?: number;
    readonly width: number;
    readonly height: number;
  };
  readonly maximized: boolean;
} {
  try {
    const state = State.parse(JSON.parse(readFileSync(statePath(), 'utf8')));
    if (isVisible(state.bounds)) return state;
    return { bounds: { width: state.bounds.width, height: state.bounds.height }, maximized: state.maximized };
  } catch {
    // No state yet, or one that cannot be read: start as new.
    return { bounds: { width: 1360, height: 860 }, maximized: false };
  }
}

/** Keeps where the window is. A folder that cannot be written costs only that. */
export function rememberWindowState(window: BrowserWindow): void {
  const state = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
  try {
    writeFileSync(statePath(), JSON.stringify(state));
  } catch {
    // The next start is at the usual place.
  }
}

function isVisible(bounds: z.infer<typeof Bounds>): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const down =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return across >= 200 && down >= 100;
  });
}

function statePath(): string {
  return join(app.getPath('userData'), 'window-state.json');
}
