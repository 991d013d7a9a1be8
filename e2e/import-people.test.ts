import { expect, test } from 'vitest';
import { openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

test('a file is looked at first, then its good rows are added', async () => {
  const world = await openLiveWorld();
  const ben = await pageFor(world, 'ben');
  await ben.goto('/people');
  await ben.getByRole('link', { name: 'Read in a file' }).click();
  const choose = ben.waitForEvent('filechooser');
  await ben.getByRole('button', { name: 'Choose a file' }).click();
  await (await choose).setFiles({
    name: 'team.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'E-mail,Full name,Shoe size\nann@team.example,Ann Lee,38\ncleo@harbour.example,Cleo,39\n',
    ),
  });
  await ben.getByText('1 row can be read in, 1 can’t and would be left out.').waitFor();
  await ben.getByText('Not read: Shoe size.').waitFor();
  await ben.getByText('In the directory already: Cleo Marsh.').waitFor();
  await ben.getByRole('button', { name: 'Add 1 person' }).click();
  await ben.getByRole('heading', { name: 'People', level: 1, exact: true }).waitFor();
  await ben.getByRole('main').getByText('Ann Lee').waitFor();
  expect((await world.messages()).at(-1)).toMatchObject({
    ...{ template: 'invitation', address: 'ann@team.example' },
  });
});
