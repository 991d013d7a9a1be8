type Done<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/**
 * Waits for statements that are sent together, in the order in which they were called. When one
 * fails, those after it fail only because of it (25P02): what is thrown is the first one's error.
 */
export async function together<const T extends readonly unknown[]>(
  statements: T,
): Promise<Done<T>> {
  const settled = await Promise.allSettled(statements);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as Done<T>;
}
