import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { makeFeed } from '../../../../contract/calendar/make-feed.ts';
import { readFeed } from '../../../../contract/calendar/read-feed.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { showInstant } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { FeedAddress } from './feed-address.tsx';
import { MakeFeed } from './make-feed.tsx';
import { RevokeFeed } from './revoke-feed.tsx';

/** The dialog about one's calendar feed: make its secret address, use it, renew it, revoke it. */
export function ReadFeed() {
  const { close } = useOverlays();
  const feed = useQuery(queryOf(readFeed, {}));
  const [made, setMade] = useState<Answer<typeof makeFeed>>();
  return (
    <Sheet title="My shifts in my calendar" opened onClose={close}>
      <QueryView query={feed} loading={<RowsLoading rows={2} />}>
        {({ exists, made_at }) => (
          <Stack>
            {/* Made again elsewhere, the address that stands here is dead. */}
            {made && made.made_at === made_at ? (
              <FeedAddress url={made.url} />
            ) : (
              <Explained since={made_at} />
            )}
            <MakeFeed exists={exists} onMade={setMade} />
            {exists ? <RevokeFeed /> : null}
          </Stack>
        )}
      </QueryView>
    </Sheet>
  );
}

function Explained({ since }: { since: string | null }) {
  const { time_zone } = useMe().organisation;
  if (!since) {
    return (
      <Text>
        A secret address lets your calendar program show your approved shifts and keep them up to
        date. It shows your shifts only, with your own notes, and nobody else’s.
      </Text>
    );
  }
  return (
    <>
      <Text>
        Your shifts have a secret address since <strong>{showInstant(since, time_zone)}</strong>.
        Calendars that read it stay up to date by themselves.
      </Text>
      <Text size="sm" c="dimmed">
        The address was shown once, when it was made, and is not kept. If you need it again, make a
        new one.
      </Text>
    </>
  );
}
