/** What the drag library puts on a handle, without its keyboard part: role, tab stop and instructions are ours. */
export function dragHandle<P extends { role: string; tabIndex: number; 'aria-describedby': string }>(
  props: P | null,
): Omit<P, 'role' | 'tabIndex' | 'aria-describedby'> | null {
  if (!props) return null;
  const { role: _role, tabIndex: _tabIndex, 'aria-describedby': _described, ...rest } = props;
  return rest;
}
