import type { Module } from '../../shared/contract/modules.ts';

/**
 * Every source of some modules once, numbered in the order in which it is first named. Two entries are one source when
 * they have the same identifier or, without one, the same citation; spaces and capitals make no difference.
 */
export function numberReferences(modules: readonly Pick<Module, 'id' | 'references'>[]): {
  readonly references: readonly string[];
  readonly numbersOf: (moduleId: number) => readonly number[];
} {
  const known = new Map<string, number>();
  const references: string[] = [];
  const byModule = new Map<number, readonly number[]>();
  for (const { id, references: own } of modules) {
    const numbers = own.map(({ citation, identifier, url }) => {
      const key = sameness(identifier === '' ? citation : identifier);
      const number = known.get(key) ?? references.length + 1;
      if (number > references.length) {
        known.set(key, number);
        references.push(inOneLine(citation, identifier, url));
      }
      return number;
    });
    byModule.set(
      id,
      [...new Set(numbers)].toSorted((a, b) => a - b),
    );
  }
  return { references, numbersOf: (moduleId) => byModule.get(moduleId) ?? [] };
}

function sameness(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The citation with its identifier; the address only where nothing else says where to find it. */
function inOneLine(citation: string, identifier: string, url: string | null): string {
  const where = identifier === '' ? (url ?? '') : identifier;
  return [citation.replace(/\.\s*$/, ''), where].filter((part) => part.trim() !== '').join('. ');
}
