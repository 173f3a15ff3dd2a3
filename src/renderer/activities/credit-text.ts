/** Reads credits as typed, `1.25` or `1,25`, into quarter-hours; null when it is not a multiple of 0.25. */
export function readCredits(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (!/^(\d{1,4}(\.\d{0,2})?|\.\d{1,2})$/.test(trimmed)) return null;
  const quarters = Number(trimmed) * 4;
  return Number.isInteger(quarters) ? quarters : null;
}

/** Reads a percentage as typed, `87.5` or `87.5 %`; null when it is none from 0 to 100. */
export function readPercent(text: string): number | null {
  const trimmed = text.trim().replace(',', '.').replace(/\s*%$/, '');
  if (!/^\d{1,3}(\.\d{0,2})?$/.test(trimmed)) return null;
  const percent = Number(trimmed);
  return percent <= 100 ? percent : null;
}
