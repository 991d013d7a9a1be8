import { isDeepStrictEqual } from 'node:util';
import byContract from 'fast-json-stringify';

type Serializer = (answer: unknown) => string;
type Described = { schema: unknown; method?: string; url?: string };

/** Answers go out as the actions make them: types hold them to their contract, and tests do (`heldToContract`). */
export function asMade(): Serializer {
  return JSON.stringify;
}

/**
 * For tests: an answer that has a field more than its contract, or another type, breaks. Doing this
 * for every answer in earnest costs three times what JSON.stringify does.
 */
export function heldToContract({ schema, method, url }: Described): Serializer {
  const stringify = byContract(schema as object);
  return (answer) => {
    const made = JSON.stringify(answer);
    const told = stringify(answer);
    if (isDeepStrictEqual(JSON.parse(made), JSON.parse(told))) return made;
    throw new Error(`${method} ${url} answers what its contract does not say: ${made} / ${told}`);
  };
}
