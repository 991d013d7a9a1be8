import { Button, Switch, Text } from '@mantine/core';
import { IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printMonth } from '../../../../contract/calendar/print-month.ts';
import { callForContent } from '../../lib/call.ts';
import { showMonth } from '../../lib/format.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CalendarLoading } from './calendar-loading.tsx';
import { PrintedSheet } from './printed-sheet.tsx';
import { useCalendarPerson } from './use-calendar-person.ts';

/** A month as it comes out of the printer, before it does. */
export function PrintMonthPage() {
  const { t } = useTranslation('rota');
  const { year = '', month = '' } = useParams({ strict: false });
  const { person } = useCalendarPerson();
  const [pending, setPending] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const given = {
    params: { year: Number(year), month: Number(month) },
    query: { person, pending },
  };
  const html = useQuery({
    queryKey: [printMonth.module, printMonth.name, given],
    queryFn: async ({ signal }) =>
      (await callForContent(printMonth, given, { signal })).blob.text(),
  });
  const print = () => frame.current?.contentWindow?.print();
  return (
    <Page
      title={t('printMonth', { month: showMonth(Number(year), Number(month)) })}
      back={{ to: '/calendar/$year/$month', within: true, label: t('calendar') }}
      actions={
        <>
          <Switch
            label={t('withRequestsThatWait')}
            checked={pending}
            onChange={(event) => setPending(event.currentTarget.checked)}
          />
          <Button
            leftSection={<IconPrinter size={16} />}
            disabled={html.data === undefined}
            onClick={print}
          >
            {t('print')}
          </Button>
        </>
      }
    >
      <QueryView query={html} loading={<CalendarLoading unit="month" />}>
        {(page) => (
          <>
            <PrintedSheet html={page} frame={frame} onPrint={print} />
            <Text size="sm" c="dimmed" mt="sm">
              {t('notesStayOffPaper')}{' '}
              <Button
                variant="subtle"
                size="compact-sm"
                rightSection={<IconExternalLink size={14} />}
                onClick={() => openAlone(page)}
              >
                {t('openItAlone')}
              </Button>
            </Text>
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** In a tab of its own, from where phones print and share. */
function openAlone(page: string): void {
  const url = URL.createObjectURL(new Blob([page], { type: 'text/html;charset=utf-8' }));
  window.open(url, '_blank');
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
