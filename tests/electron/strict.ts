/**
 * Wraps a piece of the stand-in so that reading what it does not have is an error, not `undefined`: the program may use
 * nothing of Electron that the stand-in does not model.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(held, key) {
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON' || key in held) {
        const value: unknown = Reflect.get(held, key, held);
        return typeof value === 'function' ? value.bind(held) : value;
      }
      throw new Error(`The stand-in of electron has no ${name}.${key}`);
    },
    set(_, key) {
      throw new Error(`Nothing may set ${name}.${String(key)}`);
    },
  });
}
