import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { listApiKeys } from '../../../../contract/security/list-api-keys.ts';
import { showMoment } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';
import classes from './list-sessions.module.css';
import { MakeApiKey } from './make-api-key.tsx';
import { RevokeApiKey } from './revoke-api-key.tsx';
import { Section } from './section.tsx';

type Key = Answer<typeof listApiKeys>[number];

/** My API keys that still open something. */
export function ListApiKeys() {
  const { t } = useTranslation('security');
  const { organisation } = useMe();
  const keys = useQuery(queryOf(listApiKeys, {}));
  return (
    <Section
      title={t('apiKeys')}
      description={t('apiKeysHint', { name: organisation.name })}
      action={<MakeApiKey />}
    >
      <QueryView query={keys} loading={<RowsLoading rows={1} />}>
        {(found) => {
          const open = found.filter(isOpen);
          if (open.length === 0) return <Text c="dimmed">{t('noKeys')}</Text>;
          return (
            <ul className={classes.rows}>
              {open.map((key) => (
                <KeyRow key={key.id} apiKey={key} zone={organisation.time_zone} />
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Section>
  );
}

function isOpen(key: Key): boolean {
  return key.revoked_at === null && new Date(key.expires_at).getTime() > Date.now();
}

function KeyRow({ apiKey, zone }: { apiKey: Key; zone: string }) {
  const { t } = useTranslation('security');
  const until = showMoment(apiKey.expires_at, zone);
  const used = apiKey.used_at && showMoment(apiKey.used_at, zone);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text fw={550}>
          {apiKey.name} <Text span c="dimmed" ff="monospace" size="sm">{`…${apiKey.hint}`}</Text>
        </Text>
        <Text size="sm" c="dimmed">
          {used ? t('lastUsed', { when: used, until }) : t('neverUsed', { until })}
        </Text>
        <Text size="sm" c="dimmed">
          {apiKey.scopes.join(', ')}
        </Text>
      </div>
      <RevokeApiKey apiKey={apiKey} />
    </li>
  );
}
