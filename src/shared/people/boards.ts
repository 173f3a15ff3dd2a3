/** Certifying boards that take completion reports by a learner's board id (reference/accreditation.md 3.5). */
export const BOARDS = ['ABA', 'ABIM', 'ABOHNS', 'ABOS', 'ABP', 'ABPath', 'ABS', 'ABTS'] as const;
export type Board = (typeof BOARDS)[number];

const NAMES: Readonly<Record<Board, string>> = {
  ABA: 'American Board of Anesthesiology',
  ABIM: 'American Board of Internal Medicine',
  ABOHNS: 'American Board of Otolaryngology – Head and Neck Surgery',
  ABOS: 'American Board of Orthopaedic Surgery',
  ABP: 'American Board of Pediatrics',
  ABPath: 'American Board of Pathology',
  ABS: 'American Board of Surgery',
  ABTS: 'American Board of Thoracic Surgery',
};

/** A board's name in full. */
export function boardName(board: Board): string {
  return NAMES[board];
}
