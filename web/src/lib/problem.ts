import i18next from 'i18next';
import type { Static } from 'typebox';
import type { Problem } from '../../../contract/platform/problem.ts';
import { sayProblem, saySentence } from './say-problem.ts';

type ProblemBody = Partial<Static<typeof Problem>>;

/** A refusal of the server (RFC 9457): `code` is stable, the message is a sentence for people. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? i18next.t('lib:serverAnswered', { status }));
    this.name = 'ProblemError';
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.errors = body.errors ?? {};
    this.facts = body;
  }
}

/** No answer came: the network or the server is down. Nothing is known about what was done. */
export class UnreachableError extends Error {
  constructor() {
    super(i18next.t('lib:unreachable'));
    this.name = 'UnreachableError';
  }
}

/** Whether an error is the refusal with this code. */
export function isRefusal(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.code === code;
}

/** The sentence to show for any error. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return sayProblem(error);
  return error instanceof Error ? error.message : i18next.t('lib:somethingWrong');
}

/** Errors by field as forms take them; empty when the refusal names no field. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    Object.entries(error.errors).map(([field, sentences]) => [
      field,
      sentences.map(saySentence).join(' '),
    ]),
  );
}
