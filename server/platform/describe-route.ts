import { Type } from 'typebox';
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
    ...bodyOf(route),
    response: { [route.status]: answerOf(route), default: Problem },
  };
}

/** A form is described with its files, which the validator sees as their names. */
function bodyOf({ body, multipart }: Route): object {
  if (!multipart) return body ? { body } : {};
  const files = Object.entries(multipart.files).map(([field, { most, required }]) => {
    const file = Type.String({ contentMediaType: 'application/octet-stream' });
    const list = Type.Array(file, { minItems: 1, maxItems: most });
    return [field, required ? list : Type.Optional(list)];
  });
  const fields = { ...body?.properties, ...Object.fromEntries(files) };
  const form = Type.Object(fields, { additionalProperties: false });
  const json = multipart.orJson && { 'application/json': { schema: body } };
  return { body: { content: { 'multipart/form-data': { schema: form }, ...json } } };
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
