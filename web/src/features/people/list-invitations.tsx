import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../../../contract/people/invitation.ts';
import { listInvitations } from '../../../../contract/people/list-invitations.ts';
import { resendInvitation } from '../../../../contract/people/resend-invitation.ts';
import { revokeInvitation } from '../../../../contract/people/revoke-invitation.ts';
import { showInstant } from '../../lib/format.ts';
import { pagesOf } from '../../lib/query.ts';
import { showRole } from '../../lib/show-role.ts';
import { useAction } from '../../lib/use-action.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { InvitePerson } from './invite-person.tsx';
import { ListJoinCodes } from './list-join-codes.tsx';

/** Who was invited and is not in yet, and the codes with which people join by themselves. */
export function InvitationsPage() {
  const { t } = useTranslation(['people', 'ui']);
  return (
    <Page
      title={t('invitations')}
      description={t('invitationsHint')}
      back={{ to: '/people', label: t('ui:people') }}
      actions={<InvitePerson />}
      narrow
    >
      <Stack gap="lg">
        <section aria-label={t('byEMail')}>
          <Title order={2} mb="sm">
            {t('byEMail')}
          </Title>
          <Invitations />
        </section>
        <ListJoinCodes />
      </Stack>
    </Page>
  );
}

function Invitations() {
  const { t } = useTranslation('people');
  const invitations = useInfiniteQuery({
    ...pagesOf(listInvitations, { query: { limit: 50 } }),
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
  return (
    <QueryView query={invitations}>
      {(found) => (
        <Surface rows>
          {found.length === 0 ? (
            <Empty icon={IconMailOff} title={t('nobodyIsWaiting')}>
              {t('nobodyWaitingHint')}
            </Empty>
          ) : null}
          {found.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
          <MoreRows
            has={invitations.hasNextPage}
            loading={invitations.isFetchingNextPage}
            onMore={invitations.fetchNextPage}
          />
        </Surface>
      )}
    </QueryView>
  );
}

const refresh = ['people', 'identity', 'journal'];

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['people', 'ui']);
  const { id, email, full_name, invited_by_name, expired } = invitation;
  const when = showInstant(invitation.expires_at);
  const told = { refresh, onError: notifyProblem };
  const resend = useAction(resendInvitation, {
    ...told,
    onSuccess: () => notifyDone(t('anotherLinkIsOn', { email })),
  });
  const revoke = useAction(revokeInvitation, {
    ...told,
    onSuccess: () => notifyDone(t('invitationRevoked', { email })),
  });
  return (
    <Group justify="space-between" px="md" py="sm" role="group" aria-label={email}>
      <div style={{ minWidth: 0, flex: '1 1 16rem' }}>
        <Group gap="xs">
          <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
            {full_name === email ? email : `${full_name} · ${email}`}
          </Text>
          <Pill tone={invitation.role === 'member' ? 'plain' : 'accent'}>
            {showRole(invitation)}
          </Pill>
          {invitation.expired ? <Pill tone="bad">{t('expired')}</Pill> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {invited_by_name
            ? t(expired ? 'byWasGoodUntil' : 'byGoodUntil', { name: invited_by_name, when })
            : t(expired ? 'wasGoodUntil' : 'goodUntil', { when })}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          loading={resend.isPending}
          onClick={() => resend.mutate({ params: { id }, body: {} })}
        >
          {t('ui:sendAgain')}
        </Button>
        <Button
          variant="default"
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ params: { id } })}
        >
          {t('takeBack')}
        </Button>
      </Group>
    </Group>
  );
}
