import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportGridCalendar } from '../../../../contract/duty/export-grid-calendar.ts';
import { exportGridPdf } from '../../../../contract/duty/export-grid-pdf.ts';
import { exportGridSheet } from '../../../../contract/duty/export-grid-sheet.ts';
import type { Grid } from '../../../../contract/duty/grid.ts';
import { callForContent } from '../../lib/call.ts';
import { saveFile } from '../../lib/save-file.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

const routes = { pdf: exportGridPdf, xlsx: exportGridSheet, ics: exportGridCalendar } as const;

/** The grid as a file, as it is shown: also as it stood once. */
export function useExportGrid({ roster, as_of }: Grid) {
  const { t } = useTranslation('duty');
  const [busy, setBusy] = useState(false);
  const download = async (format: keyof typeof routes) => {
    setBusy(true);
    try {
      const query = { roster: roster.id, as_of: as_of ?? undefined };
      const { blob, name } = await callForContent(routes[format], { query });
      saveFile(blob, name);
      notifyDone(t('downloaded', { name }));
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, download: (format: keyof typeof routes) => void download(format) };
}
