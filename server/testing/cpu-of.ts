/**
 * Milliseconds of CPU that this process, all its threads included, spends on the work. A busy machine
 * makes work take longer, but hardly costlier: tests of equal or little work measure this.
 */
export async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
