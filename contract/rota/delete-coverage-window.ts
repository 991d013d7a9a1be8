import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const deleteCoverageWindow = route({
  name: 'deleteCoverageWindow',
  module: 'rota',
  method: 'DELETE',
  path: '/coverage-windows/:id',
  summary: 'End a window: from today on it need not be covered; the days before keep it',
  access: 'coverage.change',
  params: ById,
  status: 200,
  answer: Message,
  refusals: {
    last_window: 'Some day would have nothing to cover; add another window first.',
    window_ended: 'The window is in effect no more.',
  },
});
