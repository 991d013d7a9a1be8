import { invalid } from './problem.ts';

const deepest = 12;

/**
 * The body with its texts trimmed; passwords and tokens are kept to the letter. NUL and lone
 * surrogates are refused with the field's name: PostgreSQL stores neither.
 */
export function cleanText(value: unknown, field = '', depth = 0): unknown {
  if (typeof value === 'string') return cleanString(value, field);
  if (value === null || typeof value !== 'object') return value;
  if (depth > deepest) throw invalid({ [field || 'body']: ['Nested too deeply.'] });
  if (Array.isArray(value)) {
    return value.map((one, i) => cleanText(one, `${field}.${i}`, depth + 1));
  }
  const clean: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    clean[key] = cleanText(inner, field ? `${field}.${key}` : key, depth + 1);
  }
  return clean;
}

function cleanString(value: string, field: string): string {
  if (value.includes('\0')) throw invalid({ [field]: ['Must not contain NUL characters.'] });
  if (!value.isWellFormed()) throw invalid({ [field]: ['Must be well-formed Unicode.'] });
  return /^password/.test(field) ? value : value.trim();
}
