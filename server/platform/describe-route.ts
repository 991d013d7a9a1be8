import { Problem } from '../../contract/platform/problem.ts';
import type { Route } from '../../contract/platform/route.ts';

/** The schema that validates a route's input, serialises its answer and describes it in OpenAPI. */
export function describeRoute(route: Route): Record<string, unknown> {
  const refusals = Object.entries(route.refusals).map(([code, means]) => `\`${code}\`: ${means}`);
  return {
    operationId: route.name,
    tags: [route.module],
    summary: route.summary,
    description: [`Access: ${route.access}.${conditionsOf(route)}`, ...refusals].join('\n\n'),
    ...(route.access !== 'anyone' && { security: [{ bearer: [] }] }),
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    response: { [route.status]: answerOf(route), default: Problem },
  };
}

function conditionsOf({ access, byKey, fresh }: Route): string {
  const session = access === 'account' && !byKey ? ' Not open to API keys.' : '';
  if (!fresh) return session;
  return `${session} The log-in may be 15 minutes old at most, else 401 \`confirm_password\`: \`POST /api/auth/confirm-password\` makes it fresh.`;
}

function answerOf({ answer, media }: Route): unknown {
  if (!media) return answer;
  return { content: Object.fromEntries(media.map((type) => [type, { schema: answer }])) };
}
