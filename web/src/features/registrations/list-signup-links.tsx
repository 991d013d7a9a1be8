import { Button, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconLinkOff, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSignupLinks } from '../../../../contract/registrations/list-signup-links.ts';
import { revokeSignupLink } from '../../../../contract/registrations/revoke-signup-link.ts';
import type { SignupLink } from '../../../../contract/registrations/signup-link.ts';
import { showDate } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMay } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-signup-links.module.css';
import { MakeSignupLink } from './make-signup-link.tsx';

/** The links with which volunteers sign up. */
export function SignupLinksPage() {
  const { t } = useTranslation('registrations');
  const links = useQuery(queryOf(listSignupLinks, {}));
  const [making, setMaking] = useState(false);
  const mayMake = useMay('registration.decide');
  const make = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
      {t('makeLink')}
    </Button>
  );
  return (
    <Page
      title={t('signupLinks')}
      description={t('linksHint')}
      back={{ to: '/registrations', label: t('registrations') }}
      actions={mayMake && links.data?.length ? make : null}
      narrow
    >
      <QueryView query={links}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={IconLinkOff} title={t('noLink')} action={mayMake ? make : undefined}>
              {t('noLinkHint')}
            </Empty>
          ) : (
            <Surface rows>
              {found.map((link) => (
                <LinkRow key={link.id} link={link} />
              ))}
            </Surface>
          )
        }
      </QueryView>
      <Sheet title={t('makeLink')} opened={making} onClose={() => setMaking(false)}>
        <MakeSignupLink onDone={() => setMaking(false)} />
      </Sheet>
    </Page>
  );
}

function LinkRow({ link }: { link: SignupLink }) {
  const { t } = useTranslation(['registrations', 'ui']);
  const mayRevoke = useMay('registration.decide');
  const action = useAction(revokeSignupLink, {
    onSuccess: () => notifyDone(t('revoked')),
    onError: notifyProblem,
  });
  const roster = link.roster_name;
  return (
    <div className={classes.link}>
      <div className={classes.facts}>
        <Group gap="xs">
          <Text fw={550}>{roster}</Text>
          <Pill tone={link.state === 'open' ? 'good' : 'plain'}>{t(`link_${link.state}`)}</Pill>
        </Group>
        <Text size="sm" className={classes.address ?? ''}>
          {link.link}
        </Text>
        <Text size="sm" c="dimmed">
          {t('count', { count: link.registrations })}
          {link.closes_on ? ` · ${t('openUntil', { date: showDate(link.closes_on) })}` : ''}
        </Text>
      </div>
      <Group gap="xs">
        <CopyButton value={link.link}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              aria-label={t('copyLink', { roster })}
              onClick={copy}
            >
              {copied ? t('ui:copied') : t('ui:copy')}
            </Button>
          )}
        </CopyButton>
        {mayRevoke ? (
          <Button
            variant="default"
            leftSection={<IconTrash size={16} />}
            aria-label={t('revokeLink', { roster })}
            loading={action.isPending}
            onClick={() => action.mutate({ params: { id: link.id } })}
          >
            {t('ui:revoke')}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}
