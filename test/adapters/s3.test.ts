import { afterEach, expect, test, vi } from 'vitest';
import { openFiles } from '../../shared/adapters/s3.ts';

afterEach(() => vi.unstubAllEnvs());

test.each(['us-east-1', 'eu-west-1'])(
  'in AWS a form is sent to the address that the page may send to, in %s',
  async region => {
    vi.stubEnv('AWS_ENDPOINT_URL', undefined);
    vi.stubEnv('AWS_REGION', region);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIA');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    const files = openFiles({ uploads: 'tenantry-production-uploads', pictures: 'pictures' });
    const { url, fields } = await files.beginUpload('uploads/usr_1/x', { maxBytes: 1000, type: 'image/png' });
    expect(new URL(url).origin).toBe(`https://tenantry-production-uploads.s3.${region}.amazonaws.com`);
    expect(JSON.parse(atob(fields.Policy ?? ''))).toMatchObject({
      conditions: expect.arrayContaining([
        ['content-length-range', 1, 1000],
        { 'Content-Type': 'image/png' },
        { key: 'uploads/usr_1/x' },
        { bucket: 'tenantry-production-uploads' },
      ]),
    });
  },
);
