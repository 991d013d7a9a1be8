import type { Live } from '../platform/hub.ts';
import { decides } from './policy.ts';

/**
 * How `coverage.alert` looks on `schedule:<period>`. A gap that was found (`kind: 'gap'`) names who
 * could fill it and how many hours they have: only who decides is shown that.
 */
export const liveCoverage: Live = {
  topics: ({ subjectId }) => [`schedule:${subjectId}`],
  present({ data }, { by }) {
    if (data.kind !== 'gap') return { message: 'Coverage updated', ...data };
    return decides(by) ? { message: 'A gap was found', ...data } : null;
  },
};
