import { Button, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { listCoverageWindows } from '../../../../contract/rota/list-coverage-windows.ts';
import { todayIn } from '../../lib/dates.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { CoverageWindowForm } from './coverage-window-form.tsx';
import { DeleteCoverageWindow } from './delete-coverage-window.tsx';
import { SwapsNeedApproval } from './swaps-need-approval.tsx';

export type CoverageWindow = Answer<typeof listCoverageWindows>[number];
type Doing = { what: 'add' } | { what: 'edit' | 'end'; window: CoverageWindow };

const titles = { add: 'addWindow', edit: 'changeWindow', end: 'endWindowAsked' } as const;

/** What the organisation decides about its rota: which spans of every day must be covered. */
export function SettingsPage() {
  const { t } = useTranslation(['rota', 'ui']);
  const windows = useQuery(queryOf(listCoverageWindows, {}));
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <Page title={t('settings')} narrow>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2}>{t('coverageWindows')}</Title>
          <Text size="sm" c="dimmed">
            {t('windowsAre')}
          </Text>
        </div>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'add' })}>
          {t('addWindow')}
        </Button>
      </Group>
      <QueryView query={windows}>
        {(found) => (
          <Surface rows>
            {found.map((window) => (
              <WindowRow key={window.id} window={window} onDo={setDoing} />
            ))}
          </Surface>
        )}
      </QueryView>
      <SwapsNeedApproval />
      <Sheet title={doing ? t(titles[doing.what]) : ''} opened={!!doing} onClose={done}>
        {doing?.what === 'add' ? <CoverageWindowForm onDone={done} /> : null}
        {doing?.what === 'edit' ? <CoverageWindowForm window={doing.window} onDone={done} /> : null}
        {doing?.what === 'end' ? (
          <DeleteCoverageWindow window={doing.window} onDone={done} />
        ) : null}
      </Sheet>
    </Page>
  );
}

type WindowRowProps = { window: CoverageWindow; onDo: (doing: Doing) => void };

function WindowRow({ window, onDo }: WindowRowProps) {
  const { t } = useTranslation(['rota', 'ui']);
  const today = todayIn(useMe().organisation.time_zone);
  return (
    <Group justify="space-between" px="md" py="sm" role="group" aria-label={window.name}>
      <div>
        <Group gap="xs">
          <Text fw={550}>{window.name}</Text>
          {window.effective_from > today ? (
            <Pill tone="waiting">
              {t('fromDate', { date: showDate(window.effective_from, 'day') })}
            </Pill>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          {showSpan(window)}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          onClick={() => onDo({ what: 'edit', window })}
        >
          {t('ui:change')}
        </Button>
        <Button variant="default" onClick={() => onDo({ what: 'end', window })}>
          {t('end')}
        </Button>
      </Group>
    </Group>
  );
}
