import { parseSync } from 'vite';

/** A node of a parsed file, as oxc gives it. */
export type Node = { type: string; start: number; [name: string]: unknown };

/** A node, and what it stands in, from the inside out. */
export type Found = { node: Node; within: readonly Node[] };

export function parse(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  return program as unknown as Node;
}

/** Every node below one, with what it stands in. Types are left out: they are never shown. */
export function* nodesBelow(node: Node, within: readonly Node[] = []): Generator<Found> {
  yield { node, within };
  for (const child of childrenOf(node)) yield* nodesBelow(child, [node, ...within]);
}

/** The text of a string, or the texts between the expressions of a template; undefined for others. */
export function partsOf(node: Node): readonly string[] | undefined {
  if (node.type === 'JSXText') return [String(node.value)];
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node.quasis as readonly { value: { cooked: string } }[];
  return quasis.map((quasi) => quasi.value.cooked);
}

export const lineOf = (source: string, start: number) => source.slice(0, start).split('\n').length;

/** What an identifier, a property's key or an attribute is called. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'MemberExpression') return nameOf(node.property);
  if (typeof node.name === 'string') return node.name;
  return typeof node.value === 'string' ? node.value : undefined;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter(isNode)
    .filter(({ type }) => !/^TS(?!As|NonNull|Satisfies)/.test(type) || type === 'TSModuleBlock');
}
