import { ActionIcon, Kbd, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFileTypeCsv, IconFileTypeXls, IconPrinter, IconShare2 } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportMonth } from '../../../../contract/calendar/export-month.ts';
import { callForContent } from '../../lib/call.ts';
import { showMonth } from '../../lib/format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { useCalendarPerson } from './use-calendar-person.ts';

const printKey = 'p';

/** The month on paper, or as a file for spreadsheets; of the person that the calendar shows. */
export function ExportMonth({ year, month }: { year: number; month: number }) {
  const { t } = useTranslation('rota');
  const { person } = useCalendarPerson();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const printed = {
    to: '/calendar/$year/$month/print',
    params: { year: String(year), month: String(month) },
    search: { person },
  } as const;
  useHotkeys([[printKey, () => unlessInDialog(() => void navigate(printed))]]);
  const download = async (format: 'csv' | 'xlsx') => {
    setBusy(true);
    try {
      const query = { format, person, pending: true };
      const { blob, name } = await callForContent(exportMonth, { params: { year, month }, query });
      saveFile(blob, name);
      notifyDone(t('downloaded', { name }));
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end" shadow="md" width={220}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('printOrDownload')} loading={busy}>
          <IconShare2 size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{showMonth(year, month)}</Menu.Label>
        <Menu.Item
          leftSection={<IconPrinter size={18} />}
          rightSection={<Kbd size="xs">{printKey}</Kbd>}
          renderRoot={(props) => <Link {...props} {...printed} />}
        >
          {t('print')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeXls size={18} />} onClick={() => download('xlsx')}>
          {t('workbook')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={18} />} onClick={() => download('csv')}>
          {t('table')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
