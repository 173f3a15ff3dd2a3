/**
 * How a learning format is called in a sentence: `live activity`, `journal-based CME activity`. The contract's names are the
 * AMA's own; some need the word “activity” after them (reference/accreditation.md 1.5).
 */
export function formatInSentence(learningFormat: string): string {
  switch (learningFormat) {
    case 'journal-based CME':
      return 'journal-based CME activity';
    case 'test-item writing':
      return 'test-item writing activity';
    case 'manuscript review':
      return 'manuscript review activity';
    case 'performance improvement':
      return 'performance improvement activity';
    case 'internet point-of-care learning':
      return 'internet point-of-care activity';
    case 'other':
      return 'other activity';
    default:
      return learningFormat;
  }
}

/** Learning formats in which people take part at set times. */
export const LIVE_FORMATS: readonly string[] = ['live activity', 'other'];

/** Whether people take part at set times. Everything else is worked through, and dated by the day a person finished (1.1). */
export function isLive(learningFormat: string): boolean {
  return LIVE_FORMATS.includes(learningFormat);
}
