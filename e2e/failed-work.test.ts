import { beforeAll, expect, test } from 'vitest';
import { deadJob } from '../server/testing/dead-job.ts';
import type { World } from '../server/testing/open-world.ts';
import { openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

let world: World;
beforeAll(async () => {
  world = await openLiveWorld();
});

test.each(['desk', 'phone'] as const)(
  'on a %s: an admin sees what was given up and why, and has it tried again',
  async (on) => {
    // Work that is no longer due: tried again, it ends well.
    const id = await deadJob(world, 'ben', { work: 'patterns' });
    const page = await pageFor(world, 'ben', { on });
    await page.goto(on === 'phone' ? '/more' : '/calendar');
    await page.getByRole('link', { name: 'Work that failed' }).click();
    await page.getByText('The model did not answer.').waitFor();
    await page.getByText(/after 6 tries/).waitFor();
    await expectAccessible(page, `failed work on a ${on}`);
    await shoot(`failed work ${on}`, [page]);
    const again = page.getByRole('button', { name: 'Try again: Gap alert or patterns' });
    await again.focus();
    await page.keyboard.press('Enter');
    await page.getByText('It is tried again.').first().waitFor();
    await page.getByText('Nothing failed').waitFor();
    const [entry] = (await world.as.ben.get(`/api/audit-logs?subject_id=${id}`)).body;
    expect(entry).toMatchObject({ event: 'job.redriven', actor: world.ids.ben });
    await shoot(`no failed work ${on}`, [page]);
  },
);
