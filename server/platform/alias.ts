/**
 * Other spellings of paths below `/api` that the source documents name, and ours: `/x/:id` → `/:id/y`. One
 * that ends in `?word` means that word in the query, and stands for the whole address.
 */
export type Aliases = Readonly<Record<string, string>>;

/** What turns an address in another spelling into ours; its query stays. Others stay as they are. */
export function rewriteBy(aliases: Aliases): (url: string) => string {
  const rules = Object.entries(aliases).map(([theirs, ours]) => ({
    pattern: patternOf(theirs),
    ours: `/api${ours.replaceAll(/:(\w+)/g, '$<$1>')}`,
  }));
  return (url) => {
    const rule = rules.find(({ pattern }) => pattern.test(url));
    return rule ? url.replace(rule.pattern, rule.ours) : url;
  };
}

function patternOf(theirs: string): RegExp {
  const [path = '', word] = theirs.split('?');
  const start = `^/api${path.replaceAll(/:(\w+)/g, '(?<$1>[^/?]+)')}/?`;
  return new RegExp(word ? `${start}\\?${word}(=(true|1)?)?$` : `${start}(?=\\?|$)`);
}
