import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invalid } from '../platform/problem.ts';

const shortest = 10;
const ownCharactersMin = 6;
const distinctMin = 5;

// The words that leaked passwords are made of, most common first; passwords of one or two of them,
// with digits and signs around, are the first that anyone tries.
const common = new Set(
  readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);
const longestCommon = Math.max(...[...common].map((word) => word.length));

/** Whose password it is: name, e-mail, organisation. None of these may be most of it. */
export type Personal = readonly string[];

/** 400 on `password_confirm` when it was given and is another. */
export function checkConfirmed(password: string, confirm: string | undefined): void {
  if (confirm === undefined || confirm === password) return;
  throw invalid({ password_confirm: ['The two passwords differ.'] });
}

/** 400 on `password` unless it may become someone's password. */
export function checkNewPassword(password: string, personal: Personal): void {
  const refused = refusePassword(password, personal);
  if (refused) throw invalid({ password: [refused] });
}

/** Why this can't be a password, as a sentence; null when it can. */
export function refusePassword(password: string, personal: Personal): string | null {
  if ([...password].length < shortest) return `At least ${shortest} characters.`;
  if (new Set(password.toLowerCase()).size < distinctMin) return 'Use more different characters.';
  if (isRow(password)) return 'This is a row of the keyboard or the alphabet; use something else.';
  if (isCommon(password)) return 'Too many people use this password; anyone tries it first.';
  if (isPersonal(password, personal)) {
    return 'This is too close to your name, e-mail address or organisation.';
  }
  return null;
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (common.has(lower)) return true;
  return [lettersOf(lower), lettersOf(unmask(lower))].some((core) => isMadeOf(core, 2));
}

const masks: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
const signs: Record<string, string> = { '@': 'a', $: 's', '!': 'i' };

// "p4$$w0rd2024!" is "password": digits and signs at the ends go, those inside become letters again.
function unmask(text: string): string {
  const inside = text.replace(/^[^a-z@$]+|[^a-z]+$/g, '');
  return inside.replace(/[^a-z]/g, (one) => masks[one] ?? signs[one] ?? one);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

// The same word any number of times counts as one.
function isMadeOf(core: string, words: number): boolean {
  const once = /^(.{3,}?)\1+$/u.exec(core)?.[1] ?? core;
  if (common.has(once)) return true;
  if (words === 1) return false;
  for (let cut = 3; cut <= Math.min(once.length - 3, longestCommon); cut += 1) {
    if (common.has(once.slice(0, cut)) && isMadeOf(once.slice(cut), words - 1)) return true;
  }
  return false;
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
];
const steps = new Set(
  rows.flatMap((row) =>
    [...row].flatMap((one, i) => (row[i + 1] ? [one + row[i + 1], row[i + 1] + one] : [])),
  ),
);

function isRow(password: string): boolean {
  const lower = password.toLowerCase();
  let along = 0;
  for (let i = 1; i < lower.length; i += 1) {
    if (steps.has(lower.slice(i - 1, i + 1)) || lower[i] === lower[i - 1]) along += 1;
  }
  return along / (lower.length - 1) > 0.7;
}

function isPersonal(password: string, personal: Personal): boolean {
  const words = personal
    .flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  let rest = plain(password);
  const before = rest;
  for (const word of words) rest = rest.replaceAll(word, '');
  return rest !== before && rest.replace(/[^\p{L}\p{N}]/gu, '').length < ownCharactersMin;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
