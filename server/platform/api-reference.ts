import { createHash } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';

const prefix = '/api/docs';

/**
 * The browsable API reference at `/api/docs`. Its 25 MB are loaded by whoever opens it first, into a
 * small server of its own that is asked in memory.
 */
export function serveApiReference(server: FastifyInstance): void {
  // Where the source documents have it; and whoever opens the API itself is shown what it is.
  for (const url of ['/api', '/api/redoc']) {
    server.get(url, { schema: { hide: true } }, async (_, reply) => reply.redirect(prefix));
  }
  let opened: Promise<FastifyInstance> | null = null;
  for (const url of [prefix, `${prefix}/*`]) {
    server.get(url, { schema: { hide: true } }, async (request, reply) => {
      opened ??= openReference();
      const inner = await (await opened).inject({ url: request.raw.url ?? prefix });
      const { location, 'content-type': type } = inner.headers;
      if (location) return reply.redirect(String(location), inner.statusCode);
      if (String(type).startsWith('text/html')) {
        const policy = String(reply.getHeader('content-security-policy') ?? '');
        reply.header('content-security-policy', allowInlineScripts(policy, inner.payload));
      }
      return reply.code(inner.statusCode).type(String(type)).send(inner.rawPayload);
    });
  }
}

async function openReference(): Promise<FastifyInstance> {
  const { default: reference } = await import('@scalar/fastify-api-reference');
  const inner = fastify();
  await inner.register(reference, {
    routePrefix: prefix,
    configuration: {
      url: '/api/openapi.json',
      withDefaultFonts: false,
      telemetry: false,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  });
  return inner;
}

// The reference starts itself by an inline script: exactly that one is allowed, by its hash.
function allowInlineScripts(policy: string, page: string): string {
  const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = scripts.map(([, script = '']) => {
    const hash = createHash('sha256').update(script).digest('base64');
    return `'sha256-${hash}'`;
  });
  return policy.replace("script-src 'self'", `script-src 'self' ${hashes.join(' ')}`);
}
