/** Other spellings of paths below `/api` that the source documents name, and ours: `/x/:id` → `/:id/y`. */
export type Aliases = Readonly<Record<string, string>>;

/** What turns an address in another spelling into ours; its query stays. Others stay as they are. */
export function rewriteBy(aliases: Aliases): (url: string) => string {
  const rules = Object.entries(aliases).map(([theirs, ours]) => ({
    pattern: new RegExp(`^/api${theirs.replaceAll(/:(\w+)/g, '(?<$1>[^/?]+)')}/?(?=\\?|$)`),
    ours: `/api${ours.replaceAll(/:(\w+)/g, '$<$1>')}`,
  }));
  return (url) => {
    const rule = rules.find(({ pattern }) => pattern.test(url));
    return rule ? url.replace(rule.pattern, rule.ours) : url;
  };
}
