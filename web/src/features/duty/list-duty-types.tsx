import { Button, Group, Text } from '@mantine/core';
import { IconListDetails, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyType } from '../../../../contract/duty/duty-type.ts';
import { listDutyTypes } from '../../../../contract/duty/list-duty-types.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { DutyTypeForm } from './duty-type-form.tsx';
import { Swatch } from './roster-duties.tsx';
import { useDutyTime } from './use-duty-time.ts';

/** What has to be done here: each duty with its time and how many people it needs. */
export function DutyTypesPage() {
  const { t } = useTranslation('duty');
  const mayChange = useMay('roster.change');
  const duties = useQuery(queryOf(listDutyTypes, { query: {} }));
  const [editing, setEditing] = useState<DutyType | 'new'>();
  const close = () => setEditing(undefined);
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {t('addDuty')}
    </Button>
  );
  return (
    <Page
      title={t('dutyTypes')}
      description={t('dutyTypesHint')}
      back={{ to: '/duty/rosters', label: t('rosters') }}
      actions={mayChange && duties.data?.length ? add : null}
      narrow
    >
      <QueryView query={duties}>
        {(found) =>
          found.length === 0 ? (
            <Empty
              icon={IconListDetails}
              title={t('noDutyYet')}
              action={mayChange ? add : undefined}
            >
              {t('noDutyHint')}
            </Empty>
          ) : (
            <Surface rows>
              {found.map((duty) => (
                <DutyTypeRow key={duty.id} duty={duty} onEdit={() => setEditing(duty)} />
              ))}
            </Surface>
          )
        }
      </QueryView>
      <Sheet
        title={editing === 'new' ? t('addDuty') : t('editDuty')}
        opened={editing !== undefined}
        onClose={close}
      >
        {editing ? (
          <DutyTypeForm
            duty={editing === 'new' ? undefined : editing}
            position={duties.data?.length ?? 0}
            onDone={close}
          />
        ) : null}
      </Sheet>
    </Page>
  );
}

function DutyTypeRow({ duty, onEdit }: { duty: DutyType; onEdit: () => void }) {
  const { t } = useTranslation(['duty', 'ui']);
  const sayTime = useDutyTime();
  return (
    <Group px="md" py="sm" justify="space-between" wrap="nowrap">
      <div>
        <Group gap="xs">
          <Swatch colour={duty.colour} />
          <Text fw={550}>{duty.name}</Text>
          {duty.active ? null : <Pill>{t('inactive')}</Pill>}
        </Group>
        <Text size="sm" c="dimmed">
          {sayTime(duty)} · {t('peopleNeeded', { count: duty.people })}
        </Text>
      </div>
      {duty.can.edit ? (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          aria-label={t('editNamed', { name: duty.name })}
          onClick={onEdit}
        >
          {t('ui:change')}
        </Button>
      ) : null}
    </Group>
  );
}
