import { ColorSwatch, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';

type ResourceSwitchProps = {
  resources: readonly Resource[];
  resource: Resource;
  onShow: (resource: Resource) => void;
};

/** Which resource is shown; the keys 1 to 9 show the first ones. Nothing where there is only one. */
export function ResourceSwitch({ resources, resource, onShow }: ResourceSwitchProps) {
  const { t } = useTranslation('booking');
  useHotkeys(
    resources
      .slice(0, 9)
      .map((one, index) => [String(index + 1), () => unlessInDialog(() => onShow(one))]),
  );
  if (resources.length < 2) return null;
  return (
    <Select
      aria-label={t('calendar.resource')}
      size="sm"
      flex="1 1 9rem"
      maw={240}
      allowDeselect={false}
      searchable={resources.length > 9}
      data={resources.map(({ id, name }, index) => ({
        value: id,
        label: name,
        ...(index < 9 ? { key: index + 1 } : {}),
      }))}
      leftSection={<ColorSwatch size={14} color={resource.colour} withShadow={false} />}
      value={resource.id}
      onChange={(id) => {
        const chosen = resources.find((one) => one.id === id);
        if (chosen) onShow(chosen);
      }}
    />
  );
}
