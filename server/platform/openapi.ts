import { createHash } from 'node:crypto';
import swagger from '@fastify/swagger';
import reference from '@scalar/fastify-api-reference';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** OpenAPI 3.1 from the contracts at `/api/openapi.json`, a browsable reference at `/api/docs`. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Callboard',
        version: '0.1.0',
        description: 'Who is on, when, where, doing what. Refusals are RFC 9457 problems.',
        license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
      },
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
  });
  let text: string | null = null;
  server.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(server.swagger());
    return reply.type('application/json').send(text);
  });
  await server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply, page) => {
      if (typeof page === 'string') allowInlineScripts(reply, page);
    });
    await scope.register(reference, {
      routePrefix: '/api/docs',
      configuration: {
        url: '/api/openapi.json',
        withDefaultFonts: false,
        telemetry: false,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}

// The reference starts itself by an inline script: exactly that one is allowed, by its hash.
function allowInlineScripts(reply: FastifyReply, page: string): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = scripts.map(([, script = '']) => {
    const hash = createHash('sha256').update(script).digest('base64');
    return `'sha256-${hash}'`;
  });
  const allowed = policy.replace("script-src 'self'", `script-src 'self' ${hashes.join(' ')}`);
  reply.header('content-security-policy', allowed);
}
