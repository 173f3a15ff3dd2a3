import { app, type Session, shell, type WebContents } from 'electron';
import { isLoadable, isOwnAddress, isOwnBlob, webLink } from './addresses.ts';

/** Keeps a page where it is: no other address, no new window, no embedded page; a web link opens in the person's browser. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    // A PDF that is printed sits in a frame of its own as a blob, and the viewer in a frame inside that.
    const inside = !event.isMainFrame && isLoadable(event.url, false);
    if (!isOwnAddress(event.url) && !inside) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const link = webLink(url);
    // Nobody waits for it; a system without a browser has nothing to open.
    if (link !== null) void shell.openExternal(link).catch(() => undefined);
    return { action: 'deny' };
  });
}

/**
 * Refuses the network, every permission but writing into a folder that the person has just chosen, and every download but
 * files that the window made itself, which ask where to go.
 */
export function guardSession(session: Session): void {
  const developing = !app.isPackaged;
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLoadable(url, developing) }));
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === 'fileSystem' && isOwnAddress(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'fileSystem' && isOwnAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({ title: 'Save', defaultPath: item.getFilename() });
  });
}
