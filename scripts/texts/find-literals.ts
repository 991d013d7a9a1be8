import { isKey } from './find-keys.ts';
import { type Found, lineOf, type Node, nameOf, nodesBelow, parse, partsOf } from './parse.ts';

// Attributes and properties that people read or hear.
const shown =
  /^(label|title|placeholder|aria-(label|description|roledescription|valuetext)|alt|description|message|heading|error|legend|caption|summary|\w+(Label|Placeholder|Message|Title|Description|Text))$/;
// What says something to people.
const sayers = /^(notify\w*|announce|alert|confirm)$/;
const passed =
  /^(ConditionalExpression|LogicalExpression|ParenthesizedExpression|TS\w+|ArrayExpression)$/;
// What takes names of modules, headers, exports and keys.
const takesNames = /^(lazyRouteComponent|headers)$/;
const takesKeys = /^useHotkeys$/;
// Attributes that only the browser reads.
const forBrowser = /^(style|className|sandbox|gridTemplate\w*)$/;

const brands = [
  ...['Android', 'Windows', 'Mac', 'Chromebook', 'Linux', 'Edge', 'Opera', 'Samsung', 'Internet'],
  ...['Firefox', 'Chrome', 'Safari', 'WhatsApp'],
];

/** Words that are the same in every language. */
const allowed = new Set([
  'Callboard',
  'UTC',
  'CSV',
  'XLSX',
  'English',
  'Filipino',
  'العربية',
  ...brands,
]);

/** What only machines read: parts of addresses, and the names of errors and fonts. */
const forMachines = new Set([' for ', ' of ']);
const namesMachines = /^(name|fontFamily)$/;
const keyOfKeyboard =
  /^(Arrow(Up|Down|Left|Right)|Escape|Enter|Tab|Home|End|Page(Up|Down)|Backspace|Delete)$/;

/** Texts of a file that people see and that stand in no catalogue. */
export function findLiterals(file: string, source: string): string[] {
  return [...nodesBelow(parse(file, source))]
    .filter(isTextFound)
    .map(({ node }) => `${file}:${lineOf(source, node.start)}: ${quote(node)}`);
}

export function isTextFound(found: Found): boolean {
  const parts = partsOf(found.node)?.map(withoutAllowed);
  if (!parts || isForMachines(found)) return false;
  return isShown(found) ? parts.some((part) => /\p{L}/u.test(part)) : looksLikeText(parts);
}

function withoutAllowed(part: string): string {
  if (forMachines.has(part) || keyOfKeyboard.test(part)) return '';
  const words = part.split(/([\p{L}\p{N}]+)/u);
  return words.filter((word) => !allowed.has(word)).join('');
}

/** Names of modules, keys of objects and catalogues, what is compared with. */
function isForMachines(found: Found): boolean {
  const { node, within } = found;
  const [parent] = within;
  if (!parent || isKey(found) || parent.type === 'BinaryExpression') return true;
  if (within.some(isForBrowser) || isHotkey(found)) return true;
  if (parent.type === 'AssignmentExpression') return namesMachines.test(nameOf(parent.left) ?? '');
  if (parent.type === 'Property' && namesMachines.test(nameOf(parent.key) ?? '')) return true;
  if ([parent.source, parent.key, parent.property, parent.test].includes(node)) return true;
  if (parent.type === 'NewExpression') return nameOf(parent.callee) === 'RegExp';
  if (parent.type !== 'CallExpression') return false;
  const callee = parent.callee as Node;
  return takesNames.test(nameOf(callee) ?? '') || takesNames.test(nameOf(callee.object) ?? '');
}

function isForBrowser(outer: Node): boolean {
  if (outer.type === 'JSXElement') return nameOf((outer.openingElement as Node).name) === 'style';
  return outer.type === 'JSXAttribute' && forBrowser.test(nameOf(outer.name) ?? '');
}

/** A key's name, the first of its pair: `useHotkeys([['Escape', close]])`. */
function isHotkey({ node, within }: Found): boolean {
  const [pair, , call] = within;
  if (pair?.type !== 'ArrayExpression' || (pair.elements as Node[])[0] !== node) return false;
  return call?.type === 'CallExpression' && takesKeys.test(nameOf(call.callee) ?? '');
}

/** Whether it stands where people read or hear it, perhaps as one side of a condition. */
function isShown({ node, within }: Found): boolean {
  if (node.type === 'JSXText') return true;
  const at = within.findIndex(({ type }) => !passed.test(type));
  const [around, outer] = within.slice(at);
  switch (around?.type) {
    case 'JSXExpressionContainer':
      if (outer?.type === 'JSXAttribute') return shown.test(nameOf(outer.name) ?? '');
      return true;
    case 'JSXAttribute':
      return shown.test(nameOf(around.name) ?? '');
    case 'Property':
      return shown.test(nameOf(around.key) ?? '');
    case 'CallExpression':
    case 'NewExpression':
      return sayers.test(nameOf(around.callee) ?? '');
    default:
      return false;
  }
}

/** Words with spaces between, or a capitalised word: whatever takes it, someone will read it. */
function looksLikeText(parts: readonly string[]): boolean {
  if (parts.length === 1) return /\p{L}{2,} \p{L}|^\p{Lu}\p{Ll}/u.test(parts[0] ?? '');
  return parts.some((part) => /(^|\s)\p{L}{2,}[,:]?\s|\s\p{L}{2,}[.…]?(\s|$)/u.test(part));
}

function quote(node: Node): string {
  const text = partsOf(node)?.join('…').replaceAll(/\s+/g, ' ').trim() ?? '';
  return `“${text.length > 70 ? `${text.slice(0, 70)}…` : text}”`;
}
