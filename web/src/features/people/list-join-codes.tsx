import { Button, Code, CopyButton, Group, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconTicket } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JoinCode } from '../../../../contract/people/join-code.ts';
import { listJoinCodes } from '../../../../contract/people/list-join-codes.ts';
import { revokeJoinCode } from '../../../../contract/people/revoke-join-code.ts';
import { showInstant } from '../../lib/format.ts';
import { pagesOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { MakeJoinCode } from './make-join-code.tsx';

/** Codes (and links) with which people join by themselves, as members. */
export function ListJoinCodes() {
  const { t } = useTranslation('people');
  const codes = useInfiniteQuery({
    ...pagesOf(listJoinCodes, { query: { limit: 10 } }),
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
  return (
    <section aria-label={t('byCodeOrLink')}>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2}>{t('byCodeOrLink')}</Title>
          <Text size="sm" c="dimmed">
            {t('codesHint')}
          </Text>
        </div>
        <MakeJoinCode />
      </Group>
      <QueryView query={codes}>
        {(found) => (
          <Surface rows>
            {found.length === 0 ? (
              <Empty icon={IconTicket} title={t('noCodeYet')}>
                {t('noCodeHint')}
              </Empty>
            ) : null}
            {found.map((code) => (
              <CodeRow key={code.id} code={code} />
            ))}
            <MoreRows
              has={codes.hasNextPage}
              loading={codes.isFetchingNextPage}
              onMore={codes.fetchNextPage}
            />
          </Surface>
        )}
      </QueryView>
    </section>
  );
}

function CodeRow({ code }: { code: JoinCode }) {
  const { t } = useTranslation(['people', 'ui']);
  const open = code.state === 'open';
  const revoke = useAction(revokeJoinCode, {
    refresh: ['people', 'journal'],
    onSuccess: () => notifyDone(t('theCodeOpensNothing')),
    onError: notifyProblem,
  });
  return (
    <Group
      justify="space-between"
      px="md"
      py="sm"
      role="group"
      aria-label={t('codeNamed', { code: code.code })}
    >
      <div style={{ flex: '1 1 16rem' }}>
        <Group gap="xs">
          <Code fz="md">{code.code}</Code>
          {code.state === 'open' ? null : <Pill tone="bad">{t(`codeState.${code.state}`)}</Pill>}
        </Group>
        <Text size="sm" c="dimmed">
          {t('ofUsedUntil', {
            uses: code.uses,
            uses_max: code.uses_max,
            when: showInstant(code.expires_at),
          })}
        </Text>
      </div>
      {open ? (
        <Group gap="xs">
          <Copy value={code.code} label={t('copyTheCode')} />
          <Copy value={code.link} label={t('copyTheLink')} />
          <Button
            variant="default"
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ params: { id: code.id } })}
          >
            {t('ui:revoke')}
          </Button>
        </Group>
      ) : null}
    </Group>
  );
}

function Copy({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation('ui');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        >
          {copied ? t('copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
