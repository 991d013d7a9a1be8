import {
  type Found,
  isNode,
  lineOf,
  type Node,
  nameOf,
  nodesBelow,
  parse,
  partsOf,
} from './parse.ts';

/** A use of the catalogues: `parts` are what a key is made of, with something between them. */
export type KeyUse = {
  at: string;
  /** Where the key may stand: the namespace before its colon, or those of the file. */
  namespaces: readonly string[];
  parts: readonly string[];
  /** What the call fills in; undefined when that can't be read off. */
  filled: readonly string[] | undefined;
};

const translates = /^(t|exists)$/;

/** Whether a text is (part of) a key given to `t()`, a namespace, or `i18nKey`. */
export function isKey({ node, within }: Found): boolean {
  return within.some((outer, index) => {
    const inner = within[index - 1] ?? node;
    if (outer.type === 'JSXAttribute') return /^(i18nKey|ns)$/.test(nameOf(outer.name) ?? '');
    if (outer.type !== 'CallExpression') return false;
    const callee = nameOf(outer.callee) ?? '';
    const first = (outer.arguments as Node[])[0] === inner;
    return callee === 'useTranslation' || (translates.test(callee) && first);
  });
}

/** Every text of a file that may be a key: those given to `t()`, and others that look like one. */
export function findKeys(file: string, source: string): KeyUse[] {
  const found = [...nodesBelow(parse(file, source))];
  const own = namespacesOf(file, source);
  return found
    .filter(({ node, within }) => partsOf(node) && within[0]?.type !== 'JSXText')
    .map((each) => {
      const [head = '', ...rest] = partsOf(each.node) ?? [];
      const [, named, tail] = /^([a-z]+):([^ ]*)$/.exec(head) ?? [];
      return {
        at: `${file}:${lineOf(source, each.node.start)}`,
        namespaces: named ? [named] : own,
        parts: [named ? (tail ?? '') : head, ...rest],
        filled: filledBy(each),
      };
    });
}

/** The namespaces of a file: its folder's, and all that it names to `useTranslation` or `TFunction`. */
function namespacesOf(file: string, source: string): string[] {
  const [, folder, feature] = /^web\/src\/(\w+)\/(?:(\w+)\/)?/.exec(file) ?? [];
  const named = [...source.matchAll(/(?:useTranslation\(|TFunction<)(\[[^\]]*\]|'\w+')/g)];
  const listed = named.flatMap(([, list = '']) => [...list.matchAll(/'(\w+)'/g)]);
  const home = folder === 'features' ? feature : folder;
  return [...new Set([home ?? '', ...listed.map(([, name = '']) => name)])];
}

function filledBy({ node, within }: Found): string[] | undefined {
  const call = within.find(({ type }) => type === 'CallExpression');
  if (call && (call.arguments as Node[])[0] === node && nameOf(call.callee) === 't') {
    const [, values] = call.arguments as Node[];
    return values ? keysOf(values) : [];
  }
  const element = within.find(({ type }) => type === 'JSXOpeningElement');
  if (within[0]?.type !== 'JSXAttribute' || nameOf(element?.name) !== 'Trans') return undefined;
  return transFills(element!);
}

/** What a `<Trans>` fills in: its values, its count, and its components as `<name>`. */
function transFills(element: Node): string[] | undefined {
  const given = (name: string) =>
    (element.attributes as Node[]).find((attribute) => nameOf(attribute.name) === name)?.value;
  const object = (name: string) => {
    const value = given(name);
    return isNode(value) && isNode(value.expression) ? keysOf(value.expression) : [];
  };
  const values = object('values');
  const components = object('components');
  if (!values || !components) return undefined;
  return [
    ...values,
    ...(given('count') ? ['count'] : []),
    ...components.map((name) => `<${name}>`),
  ];
}

function keysOf(object: Node): string[] | undefined {
  if (object.type !== 'ObjectExpression') return undefined;
  const properties = object.properties as Node[];
  if (properties.some(({ type }) => type !== 'Property')) return undefined;
  return properties.map(({ key }) => nameOf(key) ?? '');
}
