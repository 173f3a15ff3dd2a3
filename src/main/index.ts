import { runDesktopHost } from './hosts/electron/host.ts';

// Not awaited: Electron is ready only after this file has run to its end.
runDesktopHost();
