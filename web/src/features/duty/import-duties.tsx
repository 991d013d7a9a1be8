import { Button, FileButton, Group, Stack, Switch, Text } from '@mantine/core';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importDuties } from '../../../../contract/duty/import-duties.ts';
import { previewDutyImport } from '../../../../contract/duty/preview-duty-import.ts';
import { readRoster } from '../../../../contract/duty/read-roster.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { base64Of } from '../../lib/base64.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { Empty } from '../../ui/empty.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Surface } from '../../ui/surface.tsx';
import { ImportDutyRows } from './import-duty-rows.tsx';

type ChosenFile = { file_name: string; content: string };
type Preview = Answer<typeof previewDutyImport>;

/** Reads assignments in from a table: shown first with what is wrong, then assigned. */
export function ImportDutiesPage() {
  const { t } = useTranslation('duty');
  const { id = '' } = useParams({ strict: false });
  const roster = useQuery(queryOf(readRoster, { params: { id } })).data;
  const [file, setFile] = useState<ChosenFile>();
  const preview = useAction(previewDutyImport, { refresh: [] });
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const read = { file_name: chosen.name, content: await base64Of(chosen) };
    setFile(read);
    preview.mutate({ body: { roster: id, ...read } });
  };
  return (
    <Page
      title={t('readInTitle')}
      description={t('readInHint')}
      back={{ to: '/duty/rosters/$id', within: true, label: roster?.name ?? t('roster') }}
      narrow
    >
      <Stack>
        <FormProblem error={preview.error} />
        {file && preview.data ? (
          <Found key={file.content} roster={id} file={file} preview={preview.data} />
        ) : (
          <Surface>
            <Empty icon={IconFileImport} title={t('chooseFile')}>
              {t('fileHint')}
            </Empty>
          </Surface>
        )}
        <FileButton accept=".csv,.xlsx,text/csv" onChange={(chosen) => void choose(chosen)}>
          {(props) => (
            <Button
              {...props}
              size="md"
              variant={preview.data ? 'default' : 'filled'}
              leftSection={<IconUpload size={16} />}
              loading={preview.isPending}
            >
              {preview.data ? t('chooseOther') : t('chooseFile')}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Page>
  );
}

type FoundProps = { roster: string; file: ChosenFile; preview: Preview };

function Found({ roster, file, preview: { rows, good, bad, standing } }: FoundProps) {
  const { t } = useTranslation('duty');
  const navigate = useNavigate();
  const [partial, setPartial] = useState(false);
  const action = useAction(importDuties, {
    refresh: ['duty', 'reminders', 'journal'],
    onSuccess: ({ message }) => {
      notifyDone(message);
      void navigate({ to: '/duty/rosters/$id', params: { id: roster } });
    },
  });
  return (
    <Stack>
      <Text role="status">
        <strong>{file.file_name}</strong>: {t('readable', { count: good })}{' '}
        {standing > 0 ? t('standAlready', { count: standing }) : null}{' '}
        {bad > 0 ? t('unreadable', { count: bad }) : null}
      </Text>
      <ImportDutyRows rows={rows} />
      <FormProblem error={action.error} />
      <Group justify="space-between">
        {bad > 0 ? (
          <Switch
            label={t('withoutBad')}
            checked={partial}
            onChange={(event) => setPartial(event.currentTarget.checked)}
          />
        ) : (
          <span />
        )}
        <Button
          size="md"
          disabled={good === 0 || (bad > 0 && !partial)}
          loading={action.isPending}
          onClick={() => action.mutate({ body: { roster, ...file, partial } })}
        >
          {t('assignRead', { count: good })}
        </Button>
      </Group>
    </Stack>
  );
}
