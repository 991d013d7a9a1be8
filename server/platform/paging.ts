import { type RawBuilder, sql } from 'kysely';
import { invalid } from './problem.ts';

/** One page of a list, with the key of its last row if there are more. */
export class Page<T> {
  readonly items: T[];
  readonly next: string | null;
  readonly total: number | null;
  constructor(items: T[], next: string | null, total: number | null) {
    this.items = items;
    this.next = next;
    this.total = total;
  }
}

const steps = [10, 50];
const limitMax = 200;

/**
 * Rows to ask for: at least one more than shown, to know whether there is a next page. A literal of
 * few: with a parameter PostgreSQL plans every page anew, which takes longer than reading it.
 */
export function fetchSize(limit = 50): RawBuilder<number> {
  return sql.lit((steps.find((step) => limit <= step) ?? limitMax) + 1);
}

/**
 * Makes a page of `rows` fetched with `fetchSize`. `key` names the sort key of a row (keyset paging:
 * page 1,000 costs what page 1 costs).
 */
export function pageOf<Row, T>(
  rows: Row[],
  limit: number | undefined,
  key: (row: Row) => string[],
  present: (row: Row) => T,
  total: number | null = null,
): Page<T> {
  const shown = rows.slice(0, limit ?? 50);
  const last = shown.at(-1);
  const more = rows.length > shown.length && last !== undefined;
  return new Page(shown.map(present), more ? encodeCursor(key(last)) : null, total);
}

function encodeCursor(key: string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What one part of a cursor has to be; a regular expression is one. */
type CursorPart = { test(text: string): boolean };

/** The sort key in a cursor, its parts as in `shape`; 400 on anything else, so PostgreSQL can read it. */
export function readCursor(cursor: string | undefined, shape: CursorPart[]): string[] | null {
  if (cursor === undefined) return null;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === shape.length) {
      if (shape.every((part, i) => typeof key[i] === 'string' && part.test(key[i]))) return key;
    }
  } catch {
    // falls through to the refusal
  }
  throw invalid({ cursor: ['Use the cursor of a Link header as it came.'] });
}

/** Shapes of cursor parts. */
export const instantPart = partOf(
  /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
  Temporal.Instant,
);
export const datePart = partOf(/^(?!0000)\d{4}-\d\d-\d\d$/, Temporal.PlainDate);
export const timePart = partOf(/^\d\d:\d\d:\d\d$/, Temporal.PlainTime);
export const idPart = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const textPart = /^[^\0]{0,200}$/u;

// Looks like one and is one: there is no 2026-02-30.
function partOf(shape: RegExp, type: { from(text: string): unknown }): CursorPart {
  return {
    test(text) {
      if (!shape.test(text)) return false;
      try {
        type.from(text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
