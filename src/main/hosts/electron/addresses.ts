import { APP_ORIGIN } from '../../../shared/host.ts';

const OWN = new URL(APP_ORIGIN);

/** Chromium's own PDF viewer, in which a certificate is printed, is an extension with this fixed name. */
const PDF_VIEWER = 'mhjfbmdgcfjbbpaeojofohoefgiehjai';

/** Whether an address is a page or file of the window. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === OWN.protocol && url.host === OWN.host && url.username === '';
}

/** Whether an address is a blob that the window made itself: a PDF that is printed, a file that is saved. */
export function isOwnBlob(address: string): boolean {
  return address.startsWith('blob:') && isOwnAddress(address.slice('blob:'.length));
}

/** Whether anything may be loaded from an address: the window, what it makes itself, and the PDF viewer. */
export function isLoadable(address: string, developing: boolean): boolean {
  const url = URL.parse(address);
  switch (url?.protocol) {
    case 'app:':
      return isOwnAddress(address);
    case 'blob:':
      return isOwnBlob(address) || isPdfViewer(address.slice('blob:'.length));
    case 'data:':
      return true;
    case 'chrome-extension:':
      return isPdfViewer(address);
    case 'chrome:':
    case 'chrome-untrusted:':
      return url.host === 'resources' || url.host === 'theme';
    case 'devtools:':
      return developing;
    default:
      return false;
  }
}

/** A link that may open in the person's browser, in its plain form, or null. */
export function webLink(address: string): string | null {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' ? url.href : null;
}

function isPdfViewer(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'chrome-extension:' && url.host === PDF_VIEWER;
}
