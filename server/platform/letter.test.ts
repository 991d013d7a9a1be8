import { expect, test } from 'vitest';
import { type LetterContext, renderLetter } from './letter.ts';

const context: LetterContext = {
  recipientName: 'Ada <Owner>',
  organisationName: 'Harbour & Care',
  sender: { name: 'Callboard', address: 'callboard@localhost' },
  link: (path) => `https://rota.example.org${path}`,
  token: () => 'token',
};

test('HTML and text say the same, each in full', () => {
  const { html, text } = renderLetter(
    {
      subject: 'Approved: "Tue"',
      opening: 'Ben approved your shift.',
      facts: [
        ['Date', 'Tue 1 December'],
        ['Notes', 'bring <keys>'],
      ],
      paragraphs: ['See you.', "Don't be late."],
      button: { label: 'See it', url: context.link('/my-schedule?a=1&b=2') },
    },
    context,
  );
  expect(text).toBe(
    [
      'Hello Ada <Owner>,',
      'Ben approved your shift.',
      'Date: Tue 1 December\nNotes: bring <keys>',
      'See you.',
      "Don't be late.",
      'See it:\nhttps://rota.example.org/my-schedule?a=1&b=2',
      'Harbour & Care · sent by Callboard\n',
    ].join('\n\n'),
  );
  for (const part of [
    '<title>Approved: &quot;Tue&quot;</title>',
    'Hello Ada &lt;Owner&gt;,',
    'bring &lt;keys&gt;',
    'Don&#39;t be late.',
    'href="https://rota.example.org/my-schedule?a=1&amp;b=2"',
    'Harbour &amp; Care',
  ]) {
    expect(html).toContain(part);
  }
});

test('the shortest letter has no empty places', () => {
  const { html, text } = renderLetter({ subject: 'S', opening: 'It is so.' }, context);
  expect(text.split('\n\n')).toHaveLength(3);
  expect(html).not.toMatch(/<table|<a /);
});
