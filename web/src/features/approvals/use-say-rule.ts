import { useTranslation } from 'react-i18next';
import type { ApprovalRule } from '../../../../contract/approvals/approval-rule.ts';
import type { RuleConditions } from '../../../../contract/platform/approval.ts';
import {
  showDate,
  showList,
  showMinutes,
  showMoney,
  showSpan,
  showWeekday,
} from '../../lib/format.ts';
import { useResources } from '../../lib/use-resources.ts';
import { useRoles } from '../../lib/use-roles.ts';

export type Sayable = Pick<
  ApprovalRule,
  'subject' | 'resource' | 'conditions' | 'effective_from' | 'effective_until'
>;

/** What a rule asks for, as one sentence. */
export function useSayRule() {
  const { t } = useTranslation('approvals');
  const sayConditions = useSayConditions();
  const resources = useResources().data ?? [];
  return ({
    subject,
    resource,
    conditions,
    effective_from: from,
    effective_until: until,
  }: Sayable) => {
    const named = resources.find(({ id }) => id === resource)?.name;
    const when = [
      ...(named ? [t('when.resource', { name: named })] : []),
      ...sayConditions(conditions),
    ];
    const dates = [
      from ? t('when.from', { date: showDate(from) }) : '',
      until ? t('when.until', { date: showDate(until) }) : '',
    ].filter(Boolean);
    const sentence =
      when.length > 0 ? t(`sentence.${subject}`, { when: showList(when) }) : t(`always.${subject}`);
    return [sentence, ...dates].join(' ');
  };
}

function useSayConditions() {
  const { t } = useTranslation('approvals');
  const roles = useRoles().all;
  return ({ window, roles: asking, hours, first_booking, cost }: RuleConditions): string[] => [
    ...(window
      ? [
          t('when.window', {
            days: showList(window.weekdays.toSorted().map((day) => showWeekday(day + 1, 'short'))),
            span: showSpan(window),
          }),
        ]
      : []),
    ...(asking
      ? [
          t('when.roles', {
            roles: showList(
              asking.map((role) => roles.find(({ value }) => value === role)?.label ?? role),
              'or',
            ),
          }),
        ]
      : []),
    ...(hours ? [t(`when.hours.${hours.per}`, { most: showMinutes(hours.over_minutes) })] : []),
    ...(first_booking ? [t('when.first')] : []),
    ...(cost ? [t('when.cost', { most: showMoney(cost.over, cost.currency) })] : []),
  ];
}
