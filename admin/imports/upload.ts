import { refreshSession } from '../api/client.js';
import { accessToken, needsRefresh } from '../api/session.js';

/** A file the server has taken in. */
export interface Uploaded {
  uploadId: string;
  fileName: string;
  bytes: number;
}

async function token(): Promise<string> {
  if (needsRefresh()) await refreshSession();
  return accessToken() ?? '';
}

/** Sends a file; `onProgress` hears the share that has gone out, from 0 to 1. Fails with a translation key. */
export async function uploadFile(file: File, onProgress: (share: number) => void): Promise<Uploaded> {
  const bearer = await token();
  // fetch tells nothing about how much of a body has gone out; XMLHttpRequest does.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/uploads');
    request.setRequestHeader('authorization', `Bearer ${bearer}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Uploaded);
      else reject(new Error(request.status === 413 ? 'imports.tooLarge' : 'imports.uploadFailed'));
    };
    request.onerror = () => reject(new Error('errors.OFFLINE'));
    request.send(body);
  });
}

/** Fetches a report that needs the session and hands it to the browser as a download. */
export async function downloadReport(url: string, fileName: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${await token()}` } });
  if (!answer.ok) throw new Error('imports.reportFailed');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
