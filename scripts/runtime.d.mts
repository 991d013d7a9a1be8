/** The environment in which the server runs; what `env` sets already stays. */
export function serverEnvironment(env?: NodeJS.ProcessEnv): Record<string, string>;
