import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('calendar');
  const { close } = useOverlays();
  const feed = useQuery(queryOf(readFeed, {}));
  const [made, setMade] = useState<Answer<typeof makeFeed>>();
  return (
    <Sheet title={t('title')} opened onClose={close}>
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
  const { t } = useTranslation('calendar');
  const { time_zone } = useMe().organisation;
  if (!since) {
    return <Text>{t('explained')}</Text>;
  }
  return (
    <>
      <Text>
        <Trans
          t={t}
          i18nKey="since"
          components={{ when: <strong>{showInstant(since, time_zone)}</strong> }}
        />
      </Text>
      <Text size="sm" c="dimmed">
        {t('shownOnce')}
      </Text>
    </>
  );
}
