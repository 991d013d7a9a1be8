import { expect, test } from 'vitest';
import { checkTexts, unfilled, unused } from './check-texts.ts';
import { compareCatalogues, readCatalogue } from './texts/catalogue.ts';
import { findKeys } from './texts/find-keys.ts';
import { findLiterals } from './texts/find-literals.ts';
import { refusalCodes, serverSentences } from './texts/server-texts.ts';

const file = 'web/src/features/rota/queue.tsx';

test.each([
  ['text of an element', '<b>Approve it</b>'],
  ['text around a value', '<b>{count} shifts</b>'],
  ['a string in braces', "<b>{'Approve'}</b>"],
  ['one side of a condition', "<b>{busy ? 'wait' : null}</b>"],
  ['what stands in for nothing', "<b>{name ?? 'nobody'}</b>"],
  ['a template', '<b>{`$' + '{hours} h`}</b>'],
  ['a label', '<Button label="Save" />'],
  ['a label in braces', "<Button label={busy ? 'saving' : words.save} />"],
  ['a name for screen readers', '<Button aria-label={`Approve $' + '{name}`} />'],
  ['a description of one’s own', '<Field emptyText="none" />'],
  ['a label in a list', "const places = [{ to: '/', label: 'calendar' }];"],
  ['a title by name', "const titles = { open: 'Open now' };"],
  ['what is told', "notifyDone('saved');"],
  ['what is told, put together', 'announce(`$' + '{name} asks`);'],
  ['an error', "throw new Error('It is gone');"],
  ['a sentence that someone will show', "const why = 'it is too late';"],
  ['what a text is filled with', "t('by', { who: 'Some one' });"],
])('%s is found', (_, code) => {
  expect(findLiterals(file, code)).toEqual([
    expect.stringMatching(/^web\/src\/features\/rota.*: “/),
  ]);
});

test.each([
  ['a key', "<b>{t('approve')}</b>"],
  ['one of two keys', "<b title={t(late ? 'late title' : 'title')} />"],
  ['a key put together', '<b>{t(`status.$' + '{status}`)}</b>'],
  ['a key of a sentence with parts', '<Trans t={t} i18nKey="begin now" />'],
  ['the brand', '<title>{`$' + '{title} · Callboard`}</title>'],
  ['signs', "<b>{late ? '–' : '+1'} · 24</b>"],
  ['a module', "const a = lazyRouteComponent(load, 'QueuePage');"],
  ['what is compared with', "if (event.key === 'Escape') close();"],
  ['a pattern', 'const found = new RegExp(`it takes $' + '{much} hours`);'],
  ['a key of the keyboard', "const next = placeAfter('ArrowDown');"],
  ['a style', '<style>{`@page { size: A4 landscape; margin: 10mm }`}</style>'],
  ['a type', "type Key = 'Some text' | 'Other';"],
  ['a colour, a size, a path', '<Button color="red" size="sm" to="/queue" p="0 1rem" />'],
])('%s is no text', (_, code) => {
  expect(findLiterals(file, code)).toEqual([]);
});

const catalogue = (texts: object) => readCatalogue(JSON.stringify(texts));
const english = catalogue({
  save: 'Save',
  took_one: '{{who}} took {{count}}',
  took_other: '{{who}} took {{count}}',
});

test('catalogues with the same keys and each language’s plurals are right', () => {
  const forms = { _zero: 0, _one: 1, _two: 2, _few: 3, _many: 11, _other: 100 };
  const took = Object.keys(forms).map((form) => [`took${form}`, 'أخذ {{who}} {{count}}']);
  const arabic = catalogue({
    save: 'حفظ',
    ...Object.fromEntries(took),
    took_one: 'أخذ {{who}} واحدة',
  });
  expect(compareCatalogues('ar', arabic, english)).toEqual([]);
  expect(compareCatalogues('en', english, english)).toEqual([]);
});

test.each([
  ['a missing key', { save: undefined }, /“save” is missing/],
  ['a missing form', { took_one: undefined }, /“took_one” is missing/],
  ['a key too many', { other: 'Iba' }, /“other” is not in English/],
  ['a form too many', { took_few: '{{who}} {{count}}' }, /“took_few” is not in English/],
  ['an open place left out', { took_other: 'Kinuha ang {{count}}' }, /“took_other” leaves out who/],
  ['an open place too many', { save: 'I-save si {{who}}' }, /“save” has who/],
  ['a part that nothing draws', { save: '<b>I-save</b>' }, /“save” has <b>/],
  ['an empty text', { save: '' }, /“save” is empty/],
])('%s is found', (_, change, problem) => {
  const filipino = {
    save: 'I-save',
    took_one: 'Kinuha ni {{who}} ang isa',
    took_other: 'Kinuha ni {{who}} ang {{count}}',
  };
  expect(compareCatalogues('fil', catalogue({ ...filipino, ...change }), english)).toEqual([
    expect.stringMatching(problem),
  ]);
});

test('an Arabic text in Latin letters was forgotten', () => {
  const one = (text: string) => catalogue({ save: text });
  expect(compareCatalogues('ar', one('Save'), one('Save'))).toEqual([
    '“save” is not Arabic: “Save”',
  ]);
  expect(compareCatalogues('ar', one('{{who}}'), one('{{who}}'))).toEqual([]);
});

const catalogues = new Map([
  ['en/rota', english],
  ['en/ui', catalogue({ close: 'Close', kind: { shift: 'Shift' } })],
]);
const usesOf = (code: string) => findKeys(file, code);

test('keys are used whole, as plurals, with their namespace, or put together', () => {
  const code = "t('save'); t('took', { who, count }); t('ui:close'); t(`ui:kind.$" + '{kind}`);';
  expect(unused(catalogues, usesOf(code))).toEqual([]);
  expect(unused(catalogues, usesOf("t('save'); t('ui:close');"))).toEqual([
    expect.stringMatching(/rota.json: “took_one”/),
    expect.stringMatching(/rota.json: “took_other”/),
    expect.stringMatching(/ui.json: “kind.shift”/),
  ]);
});

test.each([
  ['a key that is in no catalogue', "t('sav')", ['no catalogue has “sav”']],
  ['a place left open', "t('took', { count })", ['“took” is not given who']],
  [
    'a place left open in a sentence with parts',
    '<Trans i18nKey="took" count={2} />',
    ['“took” is not given who'],
  ],
  ['all places filled', '<Trans i18nKey="took" values={{ who }} count={2} />', []],
  ['places that can’t be read off', "t('took', values)", []],
])('%s', (_, code, problems) => {
  const told = unfilled(catalogues, usesOf(code)).map((problem) => problem.replace(/^\S+ /, ''));
  expect(told).toEqual(problems);
});

test('what the server says of fields and refuses with is read off its sources', () => {
  expect([...refusalCodes()]).toEqual(expect.arrayContaining(['overtime', 'not_found', 'busy']));
  const said = [...serverSentences().keys()];
  expect(said).toEqual(
    expect.arrayContaining([
      ...['This field is required.', 'At most {{a}} days at once.', 'Too long.'],
      ...['Use more different characters.', 'Quiet hours end at another time than they begin.'],
    ]),
  );
});

test('the app itself has no text outside its catalogues', () => {
  expect(checkTexts().problems).toEqual([]);
}, 120_000);
