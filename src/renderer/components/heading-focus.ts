let wanted = false;

/** Called when the place changes: the next page heading to appear takes the focus, unless someone acts first. */
export function requestHeadingFocus(): void {
  wanted = true;
  const forget = (): void => {
    wanted = false;
    window.removeEventListener('keydown', forget, true);
    window.removeEventListener('pointerdown', forget, true);
  };
  window.addEventListener('keydown', forget, true);
  window.addEventListener('pointerdown', forget, true);
}

/** True once after a change of place. */
export function takeHeadingFocus(): boolean {
  const taken = wanted;
  wanted = false;
  return taken;
}
