import type { Module } from '../../shared/contract/modules.ts';

/** Where a module comes from and what became of it, in words; nothing for one of the catalogue as it came. */
export function standings(module: Pick<Module, 'origin' | 'edited' | 'retired'>): readonly string[] {
  return [
    ...(module.origin === 'own' ? ['Own module'] : []),
    ...(module.edited ? ['Edited here'] : []),
    ...(module.retired ? ['Retired'] : []),
  ];
}

/** Where a module comes from, in a sentence of the details. */
export function originName(module: Pick<Module, 'origin' | 'edited'>): string {
  if (module.origin === 'own') return 'Written by your office';
  return module.edited ? 'Starter catalog, edited here' : 'Starter catalog';
}
