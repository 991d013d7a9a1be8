import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../../../contract/platform/route.ts';
import { listApiKeys } from '../../../../contract/security/list-api-keys.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';
import classes from './list-sessions.module.css';
import { MakeApiKey } from './make-api-key.tsx';
import { moment } from './moment.ts';
import { RevokeApiKey } from './revoke-api-key.tsx';
import { Section } from './section.tsx';

type Key = Answer<typeof listApiKeys>[number];

/** My API keys that still open something. */
export function ListApiKeys() {
  const { organisation } = useMe();
  const keys = useQuery(queryOf(listApiKeys, {}));
  return (
    <Section
      title="API keys"
      description={`With a key a program acts as you at ${organisation.name}, within what you let it do.`}
      action={<MakeApiKey />}
    >
      <QueryView query={keys} loading={<RowsLoading rows={1} />}>
        {(found) => {
          const open = found.filter(isOpen);
          if (open.length === 0) return <Text c="dimmed">No program has a key of yours.</Text>;
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
  const used = apiKey.used_at ? `last used ${moment(apiKey.used_at, zone)}` : 'never used';
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text fw={550}>
          {apiKey.name} <Text span c="dimmed" ff="monospace" size="sm">{`…${apiKey.hint}`}</Text>
        </Text>
        <Text size="sm" c="dimmed">
          {used} · until {moment(apiKey.expires_at, zone)}
        </Text>
        <Text size="sm" c="dimmed">
          {apiKey.scopes.join(', ')}
        </Text>
      </div>
      <RevokeApiKey apiKey={apiKey} />
    </li>
  );
}
