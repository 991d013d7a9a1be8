import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCalendarPlus,
  IconDotsVertical,
  IconFileImport,
  IconFileTypePdf,
  IconFileTypeXls,
  IconHistory,
  IconLockOpen,
  IconPencil,
  IconPrinter,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grid } from '../../../../contract/duty/grid.ts';
import { useMay } from '../../lib/use-me.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { EditRoster } from './edit-roster.tsx';
import { StoodOnForm } from './stood-on-form.tsx';
import { useExportGrid } from './use-export-grid.ts';

/** What else a roster can do: come as a file or on paper, be read in, be looked at as it was. */
export function RosterMenu({ grid }: { grid: Grid }) {
  const { t } = useTranslation('duty');
  const [doing, setDoing] = useState<'edit' | 'stood'>();
  const phone = usePhone();
  const { id } = grid.roster;
  const { busy, download } = useExportGrid(grid);
  const maySeeUnlocks = useMay('duty.unlock');
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={240}>
        <Menu.Target>
          {phone ? (
            <Button variant="default" leftSection={<IconDotsVertical size={16} />} loading={busy}>
              {t('more')}
            </Button>
          ) : (
            <ActionIcon aria-label={t('more')} loading={busy}>
              <IconDotsVertical size={18} />
            </ActionIcon>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPrinter size={18} />}
            renderRoot={(props) => <Link {...props} to="/duty/rosters/$id/print" params={{ id }} />}
          >
            {t('print')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={18} />} onClick={() => download('pdf')}>
            {t('asPdf')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypeXls size={18} />} onClick={() => download('xlsx')}>
            {t('asXlsx')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendarPlus size={18} />} onClick={() => download('ics')}>
            {t('asIcs')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconHistory size={18} />} onClick={() => setDoing('stood')}>
            {t('asItStood')}
          </Menu.Item>
          {maySeeUnlocks ? (
            <Menu.Item
              leftSection={<IconLockOpen size={18} />}
              renderRoot={(props) => <Link {...props} to="/duty/unlocks" search={{ roster: id }} />}
            >
              {t('unlockLog')}
            </Menu.Item>
          ) : null}
          {grid.can.assign ? (
            <Menu.Item
              leftSection={<IconFileImport size={18} />}
              renderRoot={(props) => (
                <Link {...props} to="/duty/rosters/$id/import" params={{ id }} />
              )}
            >
              {t('readIn')}
            </Menu.Item>
          ) : null}
          {grid.can.edit ? (
            <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => setDoing('edit')}>
              {t('editRoster')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {doing === 'edit' ? <EditRoster id={id} onClose={() => setDoing(undefined)} /> : null}
      {doing === 'stood' ? <StoodOnForm onClose={() => setDoing(undefined)} /> : null}
    </>
  );
}
