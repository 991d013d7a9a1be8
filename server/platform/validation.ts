import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { invalid, type Refusal } from './problem.ts';

const options = {
  allErrors: true,
  removeAdditional: false,
  useDefaults: true,
  strict: false,
  // Errors bring their schema along, for its description.
  verbose: true,
} as const;
const body = new Ajv({ ...options, coerceTypes: false });
// Query strings and path parameters are text: numbers and booleans are read from it, and only there.
const text = new Ajv({ ...options, coerceTypes: true });
for (const ajv of [body, text]) addFormats.default(ajv, ['date', 'email']);

/** Compiles a contract's schema; unknown fields are refused, never dropped. */
export function compileValidator(schema: object, part: string | undefined): ValidateFunction {
  return (part === 'body' ? body : text).compile(schema);
}

/** What Ajv found as one 400 that names every field. */
export function refusalOfErrors(found: FastifySchemaValidationError[]): Refusal {
  const errors: Record<string, string[]> = {};
  for (const error of found as unknown as ErrorObject[]) {
    const field = fieldOf(error);
    const sentence = sentenceOf(error);
    errors[field] ??= [];
    const sentences = errors[field];
    if (sentence && !sentences.includes(sentence)) sentences.push(sentence);
  }
  for (const sentences of Object.values(errors)) {
    if (sentences.length === 0) sentences.push('This value is not accepted.');
  }
  return invalid(errors);
}

function fieldOf(error: ErrorObject): string {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  const inner = error.params.additionalProperty ?? error.params.missingProperty;
  return [path, inner].filter(Boolean).join('.') || 'body';
}

function sentenceOf({ keyword, params, parentSchema, schema }: ErrorObject): string | null {
  switch (keyword) {
    case 'required':
      return 'This field is required.';
    case 'additionalProperties':
      return 'There is no such field.';
    case 'type':
      return `Must be ${params.type === 'object' ? 'an object' : `of type ${params.type}`}.`;
    case 'minLength':
      return params.limit === 1 ? 'May not be empty.' : `At least ${params.limit} characters.`;
    case 'maxLength':
      return `At most ${params.limit} characters.`;
    case 'minimum':
      return `At least ${params.limit}.`;
    case 'maximum':
      return `At most ${params.limit}.`;
    case 'format':
      return params.format === 'date'
        ? 'Not a date of the calendar (YYYY-MM-DD).'
        : 'Not an e-mail address.';
    case 'pattern':
      return `Must be: ${parentSchema?.description ?? schema ?? params.pattern}.`;
    case 'const':
      return null;
    case 'enum':
      return `Must be one of ${params.allowedValues.join(', ')}.`;
    case 'anyOf':
      return `Must be one of ${choices(schema)}.`;
  }
  return 'This value is not accepted.';
}

function choices(schema: unknown): string {
  const values = Array.isArray(schema) ? schema.map((one) => one.const ?? one.type) : [];
  return values.join(', ') || 'the accepted values';
}
