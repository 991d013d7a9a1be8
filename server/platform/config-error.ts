/** A setting that can't be used, with what to do about it. */
export class ConfigError extends Error {}
