/**
 * Stands in for `typebox` in the browser bundle (see `vite.config.ts`): contracts build their
 * schemas at import, and the browser never validates. Only `properties` is ever read back.
 */
const declare = (...given: unknown[]) => ({ properties: given[0] });

export const Type = new Proxy({}, { get: () => declare });
