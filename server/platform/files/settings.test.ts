import { describe, expect, test } from 'vitest';
import { ConfigError } from '../config-error.ts';
import { fileSettings } from './settings.ts';

const s3 = {
  ...{ FILES_S3_BUCKET: 'board', FILES_S3_ACCESS_KEY_ID: 'id' },
  FILES_S3_SECRET_ACCESS_KEY: 'secret',
};

test('without any: the data folder, no scanner, 1 GB each and 10 GB together', () => {
  expect(fileSettings({})).toEqual({
    ...{ s3: null, clamd: null },
    ...{ personBytesMax: 2 ** 30, organisationBytesMax: 10 * 2 ** 30 },
  });
});

test('a bucket of Amazon, or of another', () => {
  expect(fileSettings(s3).s3).toEqual({
    ...{ bucket: 'board', accessKeyId: 'id', secretAccessKey: 'secret' },
    ...{ region: 'us-east-1', endpoint: null, prefix: '' },
  });
  const other = { FILES_S3_ENDPOINT: 'https://s3.example.org', FILES_S3_PREFIX: 'a/b/' };
  expect(fileSettings({ ...s3, ...other }).s3).toMatchObject({
    ...{ endpoint: 'https://s3.example.org', prefix: 'a/b/' },
  });
});

test('a scanner', () => {
  expect(fileSettings({ CLAMD: 'clamd:3310' }).clamd).toEqual({ host: 'clamd', port: 3_310 });
  expect(fileSettings({ CLAMD: '[::1]:3310' }).clamd).toEqual({ host: '::1', port: 3_310 });
});

describe('what can’t be used is refused with a sentence that names it', () => {
  test.each([
    [{ FILES_S3_BUCKET: 'board' }, 'FILES_S3_ACCESS_KEY_ID, FILES_S3_SECRET_ACCESS_KEY'],
    [{ ...s3, FILES_S3_ENDPOINT: 's3.example.org' }, 'FILES_S3_ENDPOINT'],
    [{ ...s3, FILES_S3_PREFIX: '../a' }, 'FILES_S3_PREFIX'],
    [{ CLAMD: 'clamd' }, 'CLAMD'],
    [{ FILES_PERSON_MB: '0' }, 'FILES_PERSON_MB'],
    [{ FILES_ORGANISATION_MB: 'much' }, 'FILES_ORGANISATION_MB'],
  ])('%j', (env, named) => {
    expect(() => fileSettings(env)).toThrow(ConfigError);
    expect(() => fileSettings(env)).toThrow(named);
  });
});
