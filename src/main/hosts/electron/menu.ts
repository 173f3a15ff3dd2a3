import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions, shell } from 'electron';

/** The menu of the program: what every program has; the rest is in the window. */
export function applicationMenu(window: BrowserWindow, dataDirectory: string): Menu {
  const mac = process.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const developing: readonly MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Open Data Folder', click: () => void shell.openPath(dataDirectory) },
        { label: '&Print…', accelerator: 'CmdOrCtrl+P', click: () => print(window) },
        separator,
        { role: mac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...developing,
      ],
    },
    { role: 'windowMenu' },
    ...(mac ? [] : [{ label: '&Help', submenu: [{ role: 'about' } as const] }]),
  ];
  return Menu.buildFromTemplate(template);
}

/** Opens the system's print dialog for what the window shows. */
function print(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.print({ printBackground: true });
}
