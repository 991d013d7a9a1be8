import type { TObject, TSchema } from 'typebox';
import type { Route } from '../../contract/platform/route.ts';

type Schema = TSchema & {
  type?: string;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  anyOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
  items?: Schema;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
};

/** An id that belongs to nobody. */
export const nobodysId = '01a1f000-0000-7000-8000-000000000000';

/** The smallest body (or query) that the schema of a contract accepts. */
export function validInput(schema: TObject | undefined): Record<string, unknown> {
  const { properties = {}, required = [] } = (schema ?? {}) as Schema;
  return Object.fromEntries(
    required.map((field) => [field, validValue(field, properties[field] as Schema)]),
  );
}

/** A value that a field's schema accepts. */
export function validValue(field: string, schema: Schema): unknown {
  const first = schema.anyOf?.[0];
  if (first) return validValue(field, first);
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'object') return validInput(schema as TObject);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array')
    return schema.minItems ? [validValue(field, schema.items as Schema)] : [];
  if (schema.format === 'date') return '2026-12-01';
  if (schema.format === 'email') return 'nobody@harbour.example';
  if (takesId(schema)) return nobodysId;
  if (schema.pattern?.startsWith('^#')) return '#123abc';
  if (schema.pattern?.includes('RRULE')) return 'FREQ=WEEKLY;COUNT=2';
  if (schema.pattern?.includes('[01]')) return field.startsWith('end') ? '09:00' : '06:00';
  if (schema.pattern?.includes('W')) return '2026-W49';
  return 'x'.repeat(Math.max(schema.minLength ?? 0, 12));
}

/** Whether a schema takes ids. */
export function takesId(schema: TSchema): boolean {
  return (schema as Schema).pattern?.includes('[0-9a-f]{8}') ?? false;
}

/** Fields of a route's body or query with their schemas. */
export function fieldsOf(schema: TObject | undefined): [string, Schema][] {
  return Object.entries(((schema ?? {}) as Schema).properties ?? {});
}

/** A bad value for a field, and what is wrong with it. */
export type Bad = { what: string; body: Record<string, unknown>; field: string };

/** Every way in which a body of the route can be wrong by its shape, one at a time. */
export function badBodies(route: Route): Bad[] {
  const base = validInput(route.body);
  const required = ((route.body as Schema | undefined)?.required ?? []).map((field) => {
    const { [field]: _, ...rest } = base;
    return { what: 'missing', body: rest, field };
  });
  const extra = {
    what: 'extra',
    body: { ...base, organisation_id: nobodysId },
    field: 'organisation_id',
  };
  const wrong = fieldsOf(route.body).flatMap(([field, schema]) =>
    badValues(schema).map(([what, value]) => ({ what, body: { ...base, [field]: value }, field })),
  );
  return [...required, extra, ...wrong];
}

function badValues(schema: Schema): [string, unknown][] {
  // What may be null is otherwise bad in the ways of what it may be beside.
  const [first, second] = schema.anyOf ?? [];
  if (first && second?.type === 'null') return badValues(first).filter(([what]) => what !== 'null');
  const wrongType: [string, unknown][] = [
    ['an object', { $gt: '' }],
    ['a list', ['x']],
    ['null', null],
  ];
  if (schema.type === 'boolean' || schema.type === 'integer') {
    return [...wrongType, ['text', 'yes'], ['a fraction', 1.5]];
  }
  if (schema.type === 'object') {
    const notObject = wrongType.filter(([what]) => what !== 'an object');
    return [...notObject, ['text', 'x'], ['a number', 7]];
  }
  if (schema.type === 'number') return [...wrongType, ['text', 'yes']];
  if (schema.type === 'array') {
    return [...wrongType.filter(([what]) => what !== 'a list'), ['text', 'x'], ['a number', 7]];
  }
  const text: [string, unknown][] = [
    ...wrongType,
    ['a number', 7],
    ['NUL', 'a\0b'],
    ['a lone surrogate', 'a\ud800b'],
  ];
  if (schema.maxLength) text.push(['too long', 'x'.repeat(schema.maxLength + 1)]);
  if (schema.minLength) text.push(['empty', '']);
  if (schema.format === 'date') {
    for (const date of ['2026-02-30', '2025-02-29', '2026-13-01', '20261201', 'tomorrow']) {
      text.push([date, date]);
    }
  }
  if (schema.pattern?.includes('[01]')) {
    for (const time of ['24:00', '6:00', '06:60', '06:00:30', '06:00Z']) text.push([time, time]);
  }
  if (takesId(schema)) text.push(['no id', '7'], ['an id with more', `${nobodysId}'--`]);
  return text;
}
