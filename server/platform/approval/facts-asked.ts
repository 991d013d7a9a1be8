import type { Rule } from './why-approval-needed.ts';

/** Which facts some active rule looks at that have to be read first; the others come with the request. */
export function factsAsked(rules: readonly Rule[]): { hours: boolean; first: boolean } {
  const conditions = rules.filter((rule) => rule.is_active).map((rule) => rule.conditions);
  return {
    hours: conditions.some(({ hours }) => hours !== undefined && hours.per !== 'request'),
    first: conditions.some(({ first_booking: first }) => first === true),
  };
}

/** What rules say in one text; a rule without conditions asks of everything, which is no news. */
export function tellMatches(
  rules: readonly Rule[],
  matches: readonly { id: string; detail: string }[],
): string {
  const standing = new Set(rules.filter(isUnconditional).map(({ id }) => id));
  return matches
    .filter(({ id }) => !standing.has(id))
    .map(({ detail }) => detail)
    .join(' ');
}

/** Whether a rule asks for an approval of everything of its subject, always. */
export function isUnconditional(rule: Rule): boolean {
  const { version: _, ...conditions } = rule.conditions;
  const always = rule.effective_from === null && rule.effective_until === null;
  return always && rule.resource_id === null && Object.keys(conditions).length === 0;
}
