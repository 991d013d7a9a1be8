import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grid } from '../../../../contract/duty/grid.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RosterOnPaper } from './roster-on-paper.tsx';
import { gridQuery } from './use-board.ts';

/** A roster as it comes out of the printer, before it does: on one sheet, across or upright. */
export function PrintRosterPage() {
  const { t } = useTranslation('duty');
  const { id = '' } = useParams({ strict: false });
  const grid = useQuery(gridQuery(id));
  const [chosen, setChosen] = useState<'landscape' | 'portrait'>();
  const way = chosen ?? usualWay(grid.data);
  return (
    <Page
      title={t('printTitle', { name: grid.data?.roster.name ?? '' }).trim()}
      back={{ to: '/duty/rosters/$id', within: true, label: grid.data?.roster.name ?? t('roster') }}
      actions={
        <>
          <SegmentedControl
            aria-label={t('sheet')}
            data={[
              { value: 'landscape', label: t('across') },
              { value: 'portrait', label: t('upright') },
            ]}
            value={way}
            onChange={(value) => setChosen(value as typeof way)}
          />
          <Button
            leftSection={<IconPrinter size={16} />}
            disabled={!grid.data}
            onClick={() => print()}
          >
            {t('print')}
          </Button>
        </>
      }
    >
      <QueryView query={grid}>{(found) => <RosterOnPaper grid={found} way={way} />}</QueryView>
    </Page>
  );
}

/** Many duties lie across, many dates stand upright. */
function usualWay(grid: Grid | undefined): 'landscape' | 'portrait' {
  return grid && grid.duty_types.length <= 4 && grid.rows.length > 16 ? 'portrait' : 'landscape';
}
