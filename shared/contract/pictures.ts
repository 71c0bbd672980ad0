/** Profile pictures: uploaded to a place of their own first, then taken. */
import * as z from 'zod/mini';
import { OnUser } from './users.ts';

/** What may be uploaded; in bytes. What a file is, its bytes say, not its name. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export const pictureBytes = 5 * 1024 * 1024;
/** Pixels a side, at most. */
export const pictureSide = 4096;

/** 144 random bits. */
const UploadName = z.string().check(z.regex(/^[\w-]{24}$/, 'is not the name of an upload'));

/** Where to POST the file, as multipart form data: the fields first, then the file under the name `file`. */
export const PictureUpload = z.object({
  /** Names the upload when the picture is to be taken. */
  upload: UploadName,
  url: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type PictureUpload = z.output<typeof PictureUpload>;

const Begin = { contentType: z.enum(pictureTypes) };
const Take = { upload: UploadName };

export const BeginPicture = z.strictObject(Begin);
export const SetPicture = z.strictObject(Take);
export const BeginUserPicture = z.strictObject({ ...OnUser, ...Begin });
export const SetUserPicture = z.strictObject({ ...OnUser, ...Take });
