import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconCircleCheck,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/sheet.tsx';
import { DeletePeriod } from './delete-period.tsx';
import { EditPeriod, useLockPeriod } from './edit-period.tsx';
import { FinalizePeriod } from './finalize-period.tsx';
import type { PeriodWithShifts } from './read-period.tsx';

const titles = {
  edit: 'changeThePeriod',
  finalize: 'finalizePeriodAsked',
  delete: 'deletePeriodAsked',
} as const;

/** What admins do with a period, until it is finalized. */
export function ManagePeriod({ period }: { period: PeriodWithShifts }) {
  const { t } = useTranslation(['rota', 'ui']);
  const [doing, setDoing] = useState<keyof typeof titles>();
  const toggleLock = useLockPeriod(period);
  const { can, status } = period;
  const done = () => setDoing(undefined);
  if (!can.edit && !can.finalize) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={200}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('manage')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {can.edit ? (
            <>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setDoing('edit')}>
                {t('ui:change')}
              </Menu.Item>
              <Menu.Item
                leftSection={
                  status === 'OPEN' ? <IconLock size={16} /> : <IconLockOpen size={16} />
                }
                onClick={toggleLock}
              >
                {status === 'OPEN' ? t('lock') : t('openAgain')}
              </Menu.Item>
            </>
          ) : null}
          {can.finalize ? (
            <Menu.Item
              leftSection={<IconCircleCheck size={16} />}
              onClick={() => setDoing('finalize')}
            >
              {t('finalize')}
            </Menu.Item>
          ) : null}
          {can.edit ? (
            <>
              <Menu.Divider />
              <Menu.Item
                color="var(--cb-open)"
                leftSection={<IconTrash size={16} />}
                onClick={() => setDoing('delete')}
              >
                {t('ui:delete')}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Sheet title={doing ? t(titles[doing]) : ''} opened={!!doing} onClose={done}>
        {doing === 'edit' ? <EditPeriod period={period} onDone={done} /> : null}
        {doing === 'finalize' ? <FinalizePeriod period={period} onDone={done} /> : null}
        {doing === 'delete' ? <DeletePeriod period={period} onDone={done} /> : null}
      </Sheet>
    </>
  );
}
