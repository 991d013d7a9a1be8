import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** OpenAPI 3.1 from the contracts at `/api/openapi.json`. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Callboard',
        version: '0.1.0',
        description:
          'Who is on, when, where, doing what. Refusals are RFC 9457 problems. Who belongs to several organisations picks one with X-Organisation (slug or id).',
        license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
      },
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'An access token of 15 minutes, or an API key (`cb_…`).',
          },
        },
      },
    },
  });
  let text: string | null = null;
  server.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(server.swagger());
    return reply.type('application/json').send(text);
  });
}
