import { refreshSession } from '../api/client.js';
import { accessToken } from '../api/session.js';

/** A file the server has taken in. */
export interface Uploaded {
  uploadId: string;
  fileName: string;
  bytes: number;
}

/** What the server answered to one attempt. */
interface Attempt {
  status: number;
  body: unknown;
}

// fetch tells nothing about how much of a body has gone out; XMLHttpRequest does.
function send(file: File, onProgress: (share: number) => void): Promise<Attempt> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/uploads');
    request.setRequestHeader('authorization', `Bearer ${accessToken() ?? ''}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, body: request.response });
    request.onerror = () => reject(new Error('errors.OFFLINE'));
    request.send(body);
  });
}

/** Sends a file; `onProgress` hears the share that has gone out, from 0 to 1. Fails with a translation key. */
export async function uploadFile(file: File, onProgress: (share: number) => void): Promise<Uploaded> {
  let answer = await send(file, onProgress);
  if (answer.status === 401 && (await refreshSession())) answer = await send(file, onProgress);
  if (answer.status >= 200 && answer.status < 300) return answer.body as Uploaded;
  throw new Error(answer.status === 413 ? 'imports.tooLarge' : 'imports.uploadFailed');
}

const withToken = (url: string) => fetch(url, { headers: { authorization: `Bearer ${accessToken() ?? ''}` } });

/** Fetches a report that needs the session and hands it to the browser as a download. */
export async function downloadReport(url: string, fileName: string): Promise<void> {
  let answer = await withToken(url);
  if (answer.status === 401 && (await refreshSession())) answer = await withToken(url);
  if (!answer.ok) throw new Error('imports.reportFailed');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
