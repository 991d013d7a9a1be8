const variable = /\{\{\s*([a-z0-9_]+)\s*\}\}/g;

/** Variables by name; all plain text. */
export type Variables = Readonly<Record<string, string>>;

/** A text with its variables filled in; what is filled in is never read as a variable again. */
export function fill(text: string, variables: Variables): string {
  return text.replaceAll(variable, (_, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? '') : '',
  );
}

/** What is wrong with a text: each sentence is for its writer. */
export function whyUnfit(text: string, names: readonly string[]): string[] {
  const used = [...text.matchAll(variable)].map(([, name = '']) => name);
  const unknown = [...new Set(used)].filter((name) => !names.includes(name));
  const sentences = unknown.map((name) => `There is no {{${name}}} in this message.`);
  const rest = text.replaceAll(variable, '');
  if (/\{\{|\}\}/.test(rest)) sentences.push('Write a variable as {{name}}.');
  return sentences;
}

/** A text with the variables in the place of their values, the longest first. */
export function unfill(text: string, variables: Variables): string {
  const byLength = Object.entries(variables)
    .filter(([, value]) => value.length > 2)
    .sort(([, a], [, b]) => b.length - a.length);
  let parts: { text: string; isName: boolean }[] = [{ text, isName: false }];
  for (const [name, value] of byLength) {
    parts = parts.flatMap((part) => {
      if (part.isName) return [part];
      const between = part.text.split(value).map((one) => ({ text: one, isName: false }));
      return between.flatMap((one, i) =>
        i === 0 ? [one] : [{ text: `{{${name}}}`, isName: true }, one],
      );
    });
  }
  return parts.map((part) => part.text).join('');
}
