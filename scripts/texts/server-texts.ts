import * as contract from '../../contract/routes.ts';
import { filesMatching, readSource } from '../source-files.ts';
import { type Found, nameOf, nodesBelow, parse, partsOf } from './parse.ts';

/** The codes with which the server refuses: of the contract, and those that any call may meet. */
export function refusalCodes(): Set<string> {
  const codes = new Set<string>();
  for (const route of Object.values(contract)) {
    for (const code of Object.keys(route.refusals)) codes.add(code);
  }
  for (const file of serverFiles('server/platform/')) {
    const source = readSource(file);
    for (const [, code = ''] of source.matchAll(codeGiven)) codes.add(code);
  }
  return codes;
}

// The code of a `Refusal`, or the second argument of what makes one.
const codeGiven =
  /(?:Refusal\(\s*\d+,\s*|(?:unauthenticated|forbidden)\([^)]*,\s*|code = )'([a-z]+(?:_[a-z]+)*)'/g;

// What takes a field and what is wrong with it.
const wrongs = /^(invalid\w*|why[A-Z]?\w*[iI]nvalid|wrong|refusal|refused)$/;
const sentences = /^(sentence|refused)$/;

/** What the server says of fields, with `{{a}}`, `{{b}}` where it says what depends on the case. */
export function serverSentences(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of serverFiles('server/')) {
    for (const each of nodesBelow(parse(file, readSource(file)))) {
      const sentence = sentenceIn(file, each);
      if (sentence) found.set(sentence, file);
    }
  }
  return found;
}

function sentenceIn(file: string, { node, within }: Found): string | undefined {
  const parts = partsOf(node);
  const text = parts?.map((part, index) => part + openAt(index, parts.length)).join('');
  if (!text || !/^[A-Z{]\S* .*[.?](\{\{\w\}\})?$|^Too long\.$/s.test(text)) return undefined;
  const source = readSource(file);
  const said = within.some(
    (outer, index) =>
      (outer.type === 'CallExpression' && wrongs.test(nameOf(outer.callee) ?? '')) ||
      (outer.type === 'VariableDeclarator' &&
        sentences.test(nameOf(outer.id) ?? '') &&
        source.includes('errors: {')) ||
      (index < 2 && outer.type === 'ReturnStatement' && returnsSentences.test(file)),
  );
  return said ? text : undefined;
}

const returnsSentences = /(password-rules|validation)\.ts$/;

const openAt = (index: number, length: number) =>
  index < length - 1 ? `{{${String.fromCharCode(97 + index)}}}` : '';

function serverFiles(folder: string): string[] {
  const notSaid = /\.test\.ts$|^server\/testing\/|simulators\/|commands\/|backup\//;
  return filesMatching('*.ts').filter((file) => file.startsWith(folder) && !notSaid.test(file));
}
