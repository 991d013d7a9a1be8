/** Which fields differ, before and after. */
export function changesOf<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): Record<string, { before: unknown; after: unknown }> {
  const differing = fields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(
    differing.map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
