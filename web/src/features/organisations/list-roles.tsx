import { Accordion, Button, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listRoles } from '../../../../contract/organisations/list-roles.ts';
import type { RoleAnswer } from '../../../../contract/organisations/role.ts';
import { count } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { DeleteRole } from './delete-role.tsx';
import { grouped, wordsOf } from './permission-words.ts';
import { RoleForm } from './role-form.tsx';

type Doing = { what: 'make' } | { what: 'edit' | 'delete'; role: RoleAnswer };
const titles = { make: 'Make a role', edit: 'Change the role', delete: 'Delete the role?' };

/** Every role, what it may do and who has it; an owner makes more. */
export function RolesPage() {
  const roles = useQuery(queryOf(listRoles, {}));
  const mayChange = useMay('role.change');
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <Page
      title="Roles"
      description={
        mayChange
          ? 'What people may do follows from their role. Yours stand after the built-in ones.'
          : 'What people may do follows from their role. Owners make and change roles.'
      }
      back={{ to: '/organisation', label: 'Organisation' }}
      actions={
        mayChange ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'make' })}>
            Make a role
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
      <Sheet title={doing ? titles[doing.what] : ''} opened={!!doing} onClose={done}>
        {doing?.what === 'make' ? <RoleForm onDone={done} /> : null}
        {doing?.what === 'edit' ? <RoleForm role={doing.role} onDone={done} /> : null}
        {doing?.what === 'delete' ? <DeleteRole role={doing.role} onDone={done} /> : null}
      </Sheet>
    </Page>
  );
}

function RoleItem({ role, onDo }: { role: RoleAnswer; onDo: (doing: Doing) => void }) {
  return (
    <Accordion.Item value={role.id}>
      <Accordion.Control>
        <Group justify="space-between" pr="sm">
          <Text fw={550}>{role.name}</Text>
          <Text size="sm" c="dimmed">
            {role.built_in ? 'Built-in' : 'Your own'} ·{' '}
            {role.people === 0 ? 'nobody' : count(role.people, 'person', 'people')}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {grouped(role.permissions).map(({ title, names }) => (
            <div key={title}>
              <Title order={3} fz="sm" mb={4}>
                {title}
              </Title>
              <List size="sm" listStyleType="disc">
                {names.map((name) => (
                  <List.Item key={name}>{wordsOf(name)}</List.Item>
                ))}
              </List>
            </div>
          ))}
        </SimpleGrid>
        {role.can.edit ? (
          <Group mt="md" justify="flex-end">
            <Button variant="default" onClick={() => onDo({ what: 'edit', role })}>
              Change
            </Button>
            <Button
              variant="default"
              disabled={!role.can.delete}
              title={role.can.delete ? undefined : 'People have this role'}
              onClick={() => onDo({ what: 'delete', role })}
            >
              Delete
            </Button>
          </Group>
        ) : null}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
