/** Sends a file to where the API said, outside the API: a form of fields, and the file behind them. */
import { t } from '../texts/texts.ts';
import { requestError } from './problem.ts';

type Upload = {
  url: string;
  fields: Readonly<Record<string, string>>;
  file: Blob;
  /** From 0 to 1. */
  onProgress: (done: number) => void;
  signal: AbortSignal;
  /** What is said where it did not get through: nobody has answered, or with that status. */
  refusal?: (status: number) => { title: string; detail: string };
};

/** By XMLHttpRequest, since `fetch` does not tell how far an upload is. */
export function uploadFile(upload: Upload): Promise<void> {
  const { url, fields, file, onProgress, signal, refusal = () => t.uploadFailed } = upload;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(requestError({ kind: 'offline', ...refusal(request.status), errors: [] }));
    signal.addEventListener('abort', () => request.abort());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : fail());
    request.onerror = fail;
    request.onabort = fail;
    request.open('POST', url);
    request.send(form);
  });
}
