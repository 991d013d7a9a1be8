import { Anchor, Button, FileButton, Group, Stack, Switch, Text } from '@mantine/core';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { importPeople } from '../../../../contract/people/import-people.ts';
import { previewImport } from '../../../../contract/people/preview-import.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Surface } from '../../ui/surface.tsx';
import { ImportRows } from './import-rows.tsx';

type ChosenFile = { file_name: string; content: string };
type Preview = Answer<typeof previewImport>;

const sample =
  'data:text/csv;charset=utf-8,E-mail,Full%20name,Phone,Role,Hours%20a%20week%0D%0Ania%40example.org,Nia%20Brandt,%2B44%207700%20900123,Member,40%0D%0A';

/** Reads people in from a file: shown first with what is wrong, then added all at once. */
export function ImportPage() {
  const { t } = useTranslation(['people', 'ui']);
  const [file, setFile] = useState<ChosenFile>();
  const preview = useAction(previewImport, { refresh: [] });
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const read = { file_name: chosen.name, content: await base64Of(chosen) };
    setFile(read);
    preview.mutate({ body: read });
  };
  return (
    <Page
      title={t('readInPeople')}
      description={t('importHint')}
      back={{ to: '/people', label: t('ui:people') }}
      narrow
    >
      <Stack>
        <FormProblem error={preview.error} />
        {file && preview.data ? (
          <Found key={file.content} file={file} preview={preview.data} />
        ) : (
          <Surface>
            <Empty icon={IconFileImport} title={t('chooseAFile')}>
              <Trans
                t={t}
                i18nKey="columns"
                components={{
                  example: (
                    <Anchor href={sample} download="people.csv" inherit underline="always" />
                  ),
                }}
              />
            </Empty>
          </Surface>
        )}
        <FileButton accept=".csv,.xlsx,text/csv" onChange={(chosen) => void choose(chosen)}>
          {(props) => (
            <Button
              {...props}
              variant={preview.data ? 'default' : 'filled'}
              size="md"
              leftSection={<IconUpload size={16} />}
              loading={preview.isPending}
            >
              {preview.data ? t('chooseAnotherFile') : t('chooseAFile')}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Page>
  );
}

function Found({ file, preview }: { file: ChosenFile; preview: Preview }) {
  const { t } = useTranslation('people');
  const verified = useMe().is_email_verified;
  const navigate = useNavigate();
  const [invite, setInvite] = useState(verified);
  const action = useAction(importPeople, {
    refresh: ['people', 'identity', 'journal'],
    onSuccess: ({ added }) => {
      notifyDone(t('imported', { count: added }));
      void navigate({ to: '/people' });
    },
  });
  const { rows, good, bad } = preview;
  const unread = preview.columns.filter((column) => column.field === null && column.name !== '');
  const lines = rows.filter((row) => Object.keys(row.errors).length === 0).map(({ line }) => line);
  return (
    <Stack>
      <Text role="status">
        <Trans
          t={t}
          i18nKey={bad > 0 ? 'readableOthers' : 'readable'}
          count={good}
          values={{ file: file.file_name, bad }}
          components={{ strong: <strong /> }}
        />{' '}
        {unread.length > 0
          ? t('notRead', { columns: unread.map(({ name }) => name).join(', ') })
          : null}
      </Text>
      <ImportRows rows={rows} />
      <FormProblem error={action.error} />
      <Group justify="space-between">
        <Switch
          label={t('mailEachOfThem')}
          description={verified ? undefined : t('onceYouHaveVerified')}
          checked={invite}
          disabled={!verified}
          onChange={(event) => setInvite(event.currentTarget.checked)}
        />
        <Button
          size="md"
          disabled={good === 0}
          loading={action.isPending}
          onClick={() => action.mutate({ body: { ...file, lines, invite } })}
        >
          {t('addPeople', { count: good })}
        </Button>
      </Group>
    </Stack>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
