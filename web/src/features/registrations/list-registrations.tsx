import { Button, Text } from '@mantine/core';
import { IconLink, IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listRegistrations } from '../../../../contract/registrations/list-registrations.ts';
import { pagesOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Page } from '../../ui/page.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { DecideRegistration } from './decide-registration.tsx';
import { ReadRegistration } from './read-registration.tsx';
import { RegistrationFilters } from './registration-filters.tsx';
import { RegistrationRow } from './registration-row.tsx';
import { useRegistrationFilter } from './use-registration-filter.ts';
import { useRegistrationKeys } from './use-registration-keys.ts';

/** Who offers help: found, heard, and decided on. */
export function RegistrationsPage() {
  const { t } = useTranslation('registrations');
  const { filter, query, isFiltered, set, open, opened } = useRegistrationFilter();
  const found = useInfiniteQuery(pagesOf(listRegistrations, { query: { ...query, limit: 50 } }));
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const { current, setCurrent, deciding, decide } = useRegistrationKeys(rows, open);
  return (
    <Page
      title={t('registrations')}
      description={t('registrationsHint')}
      actions={
        <Button
          variant="default"
          leftSection={<IconLink size={16} />}
          renderRoot={(props) => <Link {...props} to="/registrations/links" />}
        >
          {t('signupLinks')}
        </Button>
      }
    >
      <RegistrationFilters filter={filter} onChange={set} />
      <PagesView query={found}>
        {(all) =>
          all.length === 0 ? (
            <Nobody isFiltered={isFiltered} />
          ) : (
            <>
              <Text size="xs" c="dimmed" mb={6} visibleFrom="sm">
                {t('keys')}
              </Text>
              <Surface rows>
                {all.map((registration) => (
                  <RegistrationRow
                    key={registration.id}
                    registration={registration}
                    isCurrent={registration.id === current}
                    onCurrent={() => setCurrent(registration.id)}
                    onOpen={() => open(registration.id)}
                    onDecide={(decision) => decide({ id: registration.id, decision })}
                  />
                ))}
              </Surface>
            </>
          )
        }
      </PagesView>
      <MoreRows
        has={found.hasNextPage}
        loading={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
      />
      {opened ? (
        <ReadRegistration
          id={opened}
          onClose={() => open(undefined)}
          onDecide={(decision) => decide({ id: opened, decision })}
        />
      ) : null}
      {deciding ? <DecideRegistration {...deciding} onClose={() => decide(undefined)} /> : null}
    </Page>
  );
}

function Nobody({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('registrations');
  if (isFiltered) {
    return (
      <Empty icon={IconUserSearch} title={t('noneLike')}>
        {t('noneLikeHint')}
      </Empty>
    );
  }
  return (
    <Empty
      icon={IconUserPlus}
      title={t('none')}
      action={
        <Button renderRoot={(props) => <Link {...props} to="/registrations/links" />}>
          {t('signupLinks')}
        </Button>
      }
    >
      {t('noneHint')}
    </Empty>
  );
}
