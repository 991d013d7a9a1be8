import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DutyImportRow } from '../../../../contract/duty/duty-import.ts';
import { showDate } from '../../lib/format.ts';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';

const isBad = (row: DutyImportRow) => Object.keys(row.errors).length > 0;

/** The assignments of a file, those that can't be read in first, each with why. */
export function ImportDutyRows({ rows }: { rows: readonly DutyImportRow[] }) {
  const { t } = useTranslation('duty');
  const ordered = [...rows].sort(
    (one, other) => Number(isBad(other)) - Number(isBad(one)) || one.line - other.line,
  );
  return (
    <Surface>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ tabIndex: 0 }}>
        <Table verticalSpacing="sm" aria-label={t('rowsOfFile')}>
          <Table.Thead>
            <Table.Tr>
              {(['line', 'date', 'duty', 'person', 'whatIsWrong'] as const).map((key) => (
                <Table.Th key={key}>{t(key)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ordered.map((row) => (
              <Row key={`${row.line} ${row.date} ${row.duty_name} ${row.person_name}`} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Surface>
  );
}

function Row({ row }: { row: DutyImportRow }) {
  const { t } = useTranslation('duty');
  return (
    <Table.Tr>
      <Table.Td>{row.line}</Table.Td>
      <Table.Td>{row.date ? showDate(row.date) : ''}</Table.Td>
      <Table.Td>{row.duty_name}</Table.Td>
      <Table.Td>{row.person_name}</Table.Td>
      <Table.Td>
        {isBad(row) ? (
          Object.values(row.errors).map((sentences) => (
            <Text key={sentences.join()} size="sm">
              {sentences.join(' ')}
            </Text>
          ))
        ) : (
          <Pill tone={row.stands ? 'plain' : 'good'}>{t(row.stands ? 'stands' : 'good')}</Pill>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
