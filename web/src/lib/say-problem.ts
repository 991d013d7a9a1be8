import i18next from 'i18next';
import type problems from '../locales/fil/problems.json';
import { isFromRight, isolate } from './direction.ts';
import { showInstants, zoneOfTimes } from './format.ts';
import type { ProblemError } from './problem.ts';

type Said = Pick<ProblemError, 'code' | 'facts' | 'message'>;
type Clash = { name?: string; starts_at: string; ends_at: string };

/**
 * What a refusal says in the language of the page: in English the server's sentence, else the
 * catalogue's for its code, with who stands in the way and when; the server's where it has none.
 */
export function sayProblem({ code, facts, message }: Said): string {
  const key = `problems:${code as keyof typeof problems}` as const;
  if (i18next.language === 'en' || !i18next.exists(key)) return message;
  const sentence = i18next.t(key, { replace: facts });
  // A fact that the sentence needs is missing.
  if (sentence.includes('{{')) return message;
  const clashes = sayClashes(facts.clashes);
  return clashes ? i18next.t('problems:withClashes', { sentence, clashes }) : sentence;
}

/** Why something can't be done, as an answer tells it with what it answers. */
export function sayWhyNot({ code, detail }: { code: string; detail: string }): string {
  return sayProblem({ code, facts: {}, message: detail });
}

function sayClashes(clashes: unknown): string {
  if (!Array.isArray(clashes)) return '';
  const spans = (clashes as Clash[])
    .filter(({ starts_at, ends_at }) => starts_at && ends_at)
    .map(({ name, starts_at, ends_at }) =>
      [name, showInstants(starts_at, ends_at, zoneOfTimes())].filter(Boolean).join(' '),
    );
  return spans.length > 0 ? `(${spans.join('; ')})` : '';
}

/**
 * A sentence of the server in the language of the page. Those on fields and the reasons for someone
 * have no codes: they are the keys of the catalogue themselves, with `{{a}}` where they say what
 * depends on the case.
 */
export function saySentence(sentence: string): string {
  const texts: Record<string, string> =
    i18next.getResourceBundle(i18next.language, 'sentences') ?? {};
  if (texts[sentence]) return texts[sentence];
  // The longest first: "Must be one of …" is also a "Must be …".
  const models = Object.entries(texts).toSorted(([one], [other]) => other.length - one.length);
  for (const [model, text] of models) {
    const said = model.includes('{{') && patternOf(model).exec(sentence)?.groups;
    if (said)
      return text.replaceAll(/\{\{(\w)\}\}/g, (_, name) => isolated(saySentence(said[name] ?? '')));
  }
  return sentence;
}

const isolated = (text: string) => (isFromRight() ? isolate(text) : text);

function patternOf(model: string): RegExp {
  const parts = model.split(/(\{\{\w\}\})/).map((part, index) => {
    if (index % 2 === 1) return part.replace(/^\{\{(\w)\}\}$/, '(?<$1>.*)');
    return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 's');
}
