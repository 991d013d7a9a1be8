/** Why a call was refused: a stable code, a sentence for people, and facts. Thrown, never returned to a driver. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, detail: string, facts: Record<string, unknown> = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.facts = facts;
  }
}

/** Refused because someone was first, a moment ago: run again, the transaction sees it and may go another way. */
export class LostRace extends Refusal {}

/** A refusal as pure rules return it: no stack, no status but 409 unless said. */
export type Refused = {
  code: string;
  detail: string;
  status?: number;
  facts?: Record<string, unknown>;
};

/** Turns what a pure rule returned into the answer: throws when it refused. */
export function refuseIf(refused: Refused | null): void {
  if (refused) {
    throw new Refusal(refused.status ?? 409, refused.code, refused.detail, refused.facts);
  }
}

/** 400 with the sentences of each field. */
export function invalid(errors: Record<string, string[]>): Refusal {
  const [field, sentences] = Object.entries(errors)[0] ?? ['body', ['Invalid.']];
  return new Refusal(400, 'invalid', `${field}: ${sentences?.[0]}`, { errors });
}

/** 404: not there, or not yours to see; nobody can tell which. */
export function notFound(): Refusal {
  return new Refusal(404, 'not_found', 'There is nothing here, or it is not yours to see.');
}

/** The row, or 404. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw notFound();
  return row;
}

/** 401: who are you? */
export function unauthenticated(detail = 'Log in first.', code = 'unauthenticated'): Refusal {
  return new Refusal(401, code, detail);
}

/** 403: you may see it, but not do it. */
export function forbidden(detail = 'Your role may not do this.', code = 'forbidden'): Refusal {
  return new Refusal(403, code, detail);
}

/** 409: the organisation has switched off the system that this belongs to. */
export function systemOff(system: string | null): Refusal {
  const sentence = `The ${system} is switched off here. An admin can switch it on in the settings of the organisation.`;
  return new Refusal(409, 'system_off', sentence, { system });
}

const titles: Record<number, string> = {
  400: 'Invalid input',
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Clashes with what is',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  423: 'Locked',
  429: 'Too many requests',
  503: 'Not available now',
};

/** A refusal as RFC 9457 problem+json. */
export function problemOf(refusal: Refusal, requestId: string): Record<string, unknown> {
  return {
    type: `/api/docs#problem-${refusal.code}`,
    title: titles[refusal.status] ?? 'Refused',
    status: refusal.status,
    detail: refusal.message,
    code: refusal.code,
    ...refusal.facts,
    request_id: requestId,
  };
}
