import { Accordion, Button, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRoles } from '../../../../contract/organisations/list-roles.ts';
import type { RoleAnswer } from '../../../../contract/organisations/role.ts';
import { queryOf } from '../../lib/query.ts';
import { showRole } from '../../lib/show-role.ts';
import { useMay } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { DeleteRole } from './delete-role.tsx';
import { grouped } from './permission-groups.ts';
import { RoleForm } from './role-form.tsx';

type Doing = { what: 'make' } | { what: 'edit' | 'delete'; role: RoleAnswer };

/** Every role, what it may do and who has it; an owner makes more. */
export function RolesPage() {
  const { t } = useTranslation('organisations');
  const roles = useQuery(queryOf(listRoles, {}));
  const mayChange = useMay('role.change');
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <Page
      title={t('roles')}
      description={mayChange ? t('ownersHint') : t('rolesHint')}
      back={{ to: '/organisation', label: t('organisation') }}
      actions={
        mayChange ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'make' })}>
            {t('makeARole')}
          </Button>
        ) : null
      }
      narrow
    >
      <QueryView query={roles}>
        {(found) => (
          <Surface>
            <Accordion order={2}>
              {found.map((role) => (
                <RoleItem key={role.id} role={role} onDo={setDoing} />
              ))}
            </Accordion>
          </Surface>
        )}
      </QueryView>
      <Sheet title={doing ? t(`sheet.${doing.what}`) : ''} opened={!!doing} onClose={done}>
        {doing?.what === 'make' ? <RoleForm onDone={done} /> : null}
        {doing?.what === 'edit' ? <RoleForm role={doing.role} onDone={done} /> : null}
        {doing?.what === 'delete' ? <DeleteRole role={doing.role} onDone={done} /> : null}
      </Sheet>
    </Page>
  );
}

function RoleItem({ role, onDo }: { role: RoleAnswer; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation(['organisations', 'ui']);
  const count = role.people;
  const haveIt = role.built_in
    ? count === 0
      ? t('builtInNobody')
      : t('builtInPeople', { count })
    : count === 0
      ? t('ownNobody')
      : t('ownPeople', { count });
  return (
    <Accordion.Item value={role.id}>
      <Accordion.Control>
        <Group justify="space-between" pe="sm">
          <Text fw={550}>{showRole({ role: role.id, role_name: role.name })}</Text>
          <Text size="sm" c="dimmed">
            {haveIt}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {grouped(role.permissions).map(({ group, names }) => (
            <div key={group}>
              <Title order={3} fz="sm" mb={4}>
                {t(`permissionGroup.${group}`)}
              </Title>
              <List size="sm" listStyleType="disc">
                {names.map((name) => (
                  <List.Item key={name}>{t(`permission.${name}`)}</List.Item>
                ))}
              </List>
            </div>
          ))}
        </SimpleGrid>
        {role.can.edit ? (
          <Group mt="md" justify="flex-end">
            <Button variant="default" onClick={() => onDo({ what: 'edit', role })}>
              {t('ui:change')}
            </Button>
            <Button
              variant="default"
              disabled={!role.can.delete}
              title={role.can.delete ? undefined : t('peopleHaveThisRole')}
              onClick={() => onDo({ what: 'delete', role })}
            >
              {t('ui:delete')}
            </Button>
          </Group>
        ) : null}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
