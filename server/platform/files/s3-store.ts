import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Settings } from './settings.ts';
import { type FileKey, type FileStore, MissingFile } from './store.ts';

/** Keeps files in a bucket, each under `<prefix><organisation>/<id>`. */
export function s3Store(settings: S3Settings): FileStore {
  const { bucket: Bucket, prefix } = settings;
  const client = clientFor(settings);
  const at = ({ organisationId, id }: FileKey) => ({
    Bucket,
    Key: `${prefix}${organisationId}/${id}`,
  });
  return {
    kind: 's3',
    place: `${settings.endpoint ?? 'Amazon S3'}, bucket ${Bucket}`,
    async put(key, path) {
      // One part at a time: 5 MB are in memory and not the whole file.
      const params = { ...at(key), Body: createReadStream(path) };
      await new Upload({ client, params, queueSize: 1 }).done();
    },
    async read(key, from, to) {
      if (to <= from) return Readable.from([]);
      const range = { Range: `bytes=${from}-${to - 1}` };
      const { Body } = await client
        .send(new GetObjectCommand({ ...at(key), ...range }))
        .catch(missing);
      if (Body instanceof Readable) return Body;
      throw new MissingFile('an answer without a body');
    },
    async size(key) {
      const head = await client.send(new HeadObjectCommand(at(key))).catch((error) => {
        if (isMissing(error)) return null;
        throw error;
      });
      return head?.ContentLength ?? null;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
    async *list() {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken: token }),
        );
        for (const { Key = '' } of page.Contents ?? []) {
          const [organisationId, id] = Key.slice(prefix.length).split('/');
          if (organisationId && id) yield { organisationId, id };
        }
        token = page.NextContinuationToken;
      } while (token);
    },
    async check() {
      await client.send(new HeadBucketCommand({ Bucket }));
    },
    close: () => client.destroy(),
  };
}

function clientFor({ region, endpoint, accessKeyId, secretAccessKey }: S3Settings): S3Client {
  return new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    // Servers that only speak like S3 do not know Amazon's newer checksums; ours are in the database.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && ['NoSuchKey', 'NotFound'].includes(error.name);
}

function missing(error: unknown): never {
  if (isMissing(error)) throw new MissingFile('not in the bucket');
  throw error;
}
