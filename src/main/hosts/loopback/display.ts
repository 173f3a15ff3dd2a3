/** Whether a window can be opened here. Linux says so in two variables; the other systems always have a display. */
export function hasDisplay(): boolean {
  return (
    process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
  );
}
