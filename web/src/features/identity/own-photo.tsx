import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconPhotoUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { removePhoto } from '../../../../contract/people/remove-photo.ts';
import { setPhoto } from '../../../../contract/people/set-photo.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { PersonPhoto } from '../../ui/person-photo.tsx';

const refresh = ['identity', 'people', 'journal'];

/** My photo: shown, given, taken away. */
export function OwnPhoto() {
  const { t } = useTranslation('files');
  const me = useMe();
  const give = useAction(setPhoto, {
    refresh,
    onSuccess: ({ state }) => notifyDone(t(state === 'ready' ? 'photoSaved' : 'photoWaits')),
  });
  const remove = useAction(removePhoto, { refresh, onSuccess: () => notifyDone(t('photoGone')) });
  const choose = (file: File | null) => {
    if (file) give.mutate({ files: { photo: [file] } });
  };
  return (
    <div>
      <Group>
        <PersonPhoto photo={me.photo} name={me.full_name} />
        <div>
          <Group gap="xs">
            <FileButton accept="image/jpeg,image/png,image/webp" onChange={choose}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  leftSection={<IconPhotoUp size={16} />}
                  loading={give.isPending}
                >
                  {t(me.photo ? 'photoChange' : 'photoAdd')}
                </Button>
              )}
            </FileButton>
            {me.photo ? (
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} />}
                loading={remove.isPending}
                onClick={() => remove.mutate({})}
              >
                {t('photoRemove')}
              </Button>
            ) : null}
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {t('photoHint')}
          </Text>
        </div>
      </Group>
      <FormProblem error={give.error ?? remove.error} fields={[]} />
    </div>
  );
}
