import fastify from 'fastify';
import pg from 'pg';

/** What a bare handler runs: the statements that ours sends for the same call. */
export type Statement = { name: string; text: string; values: unknown[] };

/**
 * What the reads are compared with: Fastify and pg as they come, the same SQL prepared in the same
 * way, no log-in, no row-level security, no schema; rows go out as JSON.stringify makes them.
 */
const { url, poolSize, routes } = JSON.parse(process.env.BENCH_BARE as string) as {
  url: string;
  poolSize: number;
  routes: Record<string, Statement[]>;
};
const pool = new pg.Pool({ connectionString: url, max: poolSize });
const server = fastify();
for (const [path, statements] of Object.entries(routes)) {
  server.get(path, async (_request, reply) => {
    const results = await Promise.all(statements.map((statement) => pool.query(statement)));
    reply.type('application/json');
    return JSON.stringify(results.map((result) => result.rows));
  });
}
console.log(`ready at ${await server.listen({ port: 0, host: '127.0.0.1' })}`);
