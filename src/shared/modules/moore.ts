import type { MooreLevel } from '../contract/modules.ts';

/** What a level of Moore's outcomes framework is called, and what it means (Moore 2009, J Contin Educ Health Prof 29:1). */
type MooreMeaning = { readonly name: string; readonly meaning: string };

const MEANINGS: Readonly<Record<MooreLevel, MooreMeaning>> = {
  '1': { name: 'Participation', meaning: 'who took part' },
  '2': { name: 'Satisfaction', meaning: 'what learners thought of it' },
  '3A': { name: 'Declarative knowledge', meaning: 'learners know what' },
  '3B': { name: 'Procedural knowledge', meaning: 'learners know how' },
  '4': { name: 'Competence', meaning: 'learners show how, in an educational setting' },
  '5': { name: 'Performance', meaning: 'learners do it in practice' },
  '6': { name: 'Patient health', meaning: 'patients are better for it' },
  '7': { name: 'Community health', meaning: 'a community is better for it' },
};

/** A level in one line: `4 · Competence: learners show how, in an educational setting`. */
export function mooreInWords(level: MooreLevel): string {
  const { name, meaning } = MEANINGS[level];
  return `${level} · ${name}: ${meaning}`;
}
