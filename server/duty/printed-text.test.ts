import { expect, test } from 'vitest';
import { printedText } from './printed-text.ts';

const shown = (text: string) =>
  printedText(text)
    .map((run) => (run.font ? `<${run.text}>` : run.text))
    .join('');

test.each([
  ['Latin stays as it is', 'Cleo Marsh, 18:30', 'Cleo Marsh, 18:30'],
  ['words of Arabic stand from right to left', 'محمد عبد الله', '<الله>\u00a0<عبد>\u00a0<محمد>'],
  [
    'Latin among Arabic keeps its order',
    'أحمد Smith Jr علي',
    '<علي>\u00a0Smith\u00a0Jr\u00a0<أحمد>',
  ],
  ['Arabic among Latin is turned around', 'Azaan أذان المغرب', 'Azaan\u00a0<المغرب>\u00a0<أذان>'],
  ['numbers are read from the left', '١٠ رمضان ١٤٤٨', '<٨٤٤١>\u00a0<رمضان>\u00a0<٠١>'],
  ['signs are mirrored', 'أذان (المغرب)', '(<المغرب>)\u00a0<أذان>'],
])('%s', (_, text, onPaper) => {
  expect(shown(text)).toBe(onPaper);
});
