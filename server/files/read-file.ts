import { readFile as route } from '../../contract/routes.ts';
import { type Endpoint, query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import type { View } from '../platform/scope.ts';
import { type FileRow, getFile } from './file-row.ts';
import { presentFile } from './present-file.ts';

/** Whether someone sees the things of a kind that files belong to, and so their files. */
export type Reach = (view: View, file: FileRow) => boolean | Promise<boolean>;

/** A file with fresh addresses, for whoever sees what it belongs to; for others there is none. */
export function readFile(reach: Readonly<Record<string, Reach>>): Endpoint {
  return query(route, async (view, { params }) => {
    const file = found(await getFile(view, params.id));
    const sees = (await reach[file.subject_kind]?.(view, file)) ?? false;
    return presentFile(view, found(sees ? file : undefined));
  });
}
