import { Button, Code, CopyButton, Group, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconTicket } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
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
  const codes = useInfiniteQuery({
    ...pagesOf(listJoinCodes, { query: { limit: 10 } }),
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
  return (
    <section aria-label="By code or link">
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2}>By code or link</Title>
          <Text size="sm" c="dimmed">
            Whoever has one becomes a member.
          </Text>
        </div>
        <MakeJoinCode />
      </Group>
      <QueryView query={codes}>
        {(found) => (
          <Surface rows>
            {found.length === 0 ? (
              <Empty icon={IconTicket} title="No code yet">
                Make one, and put it on the notice board or into a group chat.
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

const ended = { used_up: 'Used up', expired: 'Expired', revoked: 'Revoked' } as const;

function CodeRow({ code }: { code: JoinCode }) {
  const open = code.state === 'open';
  const revoke = useAction(revokeJoinCode, {
    refresh: ['people', 'journal'],
    onSuccess: () => notifyDone('The code opens nothing any more.'),
    onError: notifyProblem,
  });
  return (
    <Group justify="space-between" px="md" py="sm" role="group" aria-label={`Code ${code.code}`}>
      <div style={{ flex: '1 1 16rem' }}>
        <Group gap="xs">
          <Code fz="md">{code.code}</Code>
          {code.state === 'open' ? null : <Pill tone="bad">{ended[code.state]}</Pill>}
        </Group>
        <Text size="sm" c="dimmed">
          {code.uses} of {code.uses_max} used · until {showInstant(code.expires_at)}
        </Text>
      </div>
      {open ? (
        <Group gap="xs">
          <Copy value={code.code} label="Copy the code" />
          <Copy value={code.link} label="Copy the link" />
          <Button
            variant="default"
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ params: { id: code.id } })}
          >
            Revoke
          </Button>
        </Group>
      ) : null}
    </Group>
  );
}

function Copy({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        >
          {copied ? 'Copied' : label}
        </Button>
      )}
    </CopyButton>
  );
}
