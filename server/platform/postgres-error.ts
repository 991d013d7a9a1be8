import { LostRace, Refusal } from './problem.ts';

type PostgresError = Error & { code: string; constraint?: string };

function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && typeof (error as PostgresError).code === 'string';
}

/** Whether the transaction lost a race that it may simply run again: serialization failure, deadlock, or one that says so. */
export function mayRetry(error: unknown): boolean {
  if (error instanceof LostRace) return true;
  return isPostgresError(error) && (error.code === '40001' || error.code === '40P01');
}

/** Whether `error` is the violation of the named constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return isPostgresError(error) && error.constraint === constraint;
}

const unavailable = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

/** What pg-pool says, without a code, when no connection came free in time. */
const poolIsEmpty = 'timeout exceeded when trying to connect';

/** The one place where PostgreSQL's errors become answers; null for what is our own fault. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Error && error.message === poolIsEmpty) return unavailableNow();
  if (!isPostgresError(error)) return null;
  switch (error.code) {
    case '23P01':
      return new Refusal(409, 'overlap', 'That time is taken already.');
    case '23505':
      return new Refusal(409, 'exists', 'That exists already.');
    case '23503':
      return new Refusal(409, 'missing_reference', 'Something it refers to is gone.');
    case '40001':
    case '40P01':
    case '55P03':
      return new Refusal(409, 'busy', 'Others are changing the same thing. Try again.');
    case '57014':
      return new Refusal(503, 'too_slow', 'The database took too long. Try again.');
  }
  return unavailable.has(error.code) ? unavailableNow() : null;
}

function unavailableNow(): Refusal {
  return new Refusal(
    503,
    'unavailable',
    'The database is not available now. Try again in a moment.',
  );
}
