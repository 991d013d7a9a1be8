/** The part of an address made from a name: "Foyle Street Théâtre" is "foyle-street-theatre"; `otherwise` if no letter is left. */
export function slugOf(name: string, otherwise = 'organisation'): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug || otherwise;
}

/** `slug`, or with the first number from 2 on that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}
