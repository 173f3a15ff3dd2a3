import type { office } from '../../shared/contract/office.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Handlers } from '../engine/handlers.ts';
import { addAsset, getAsset } from './assets.ts';
import { fillSampleOffice } from './sample/fill.ts';
import { getOffice, setUpOffice, updateOffice } from './settings.ts';
import { listStatements } from './statements.ts';

/** The office: its settings, its pictures, the required statements, and the sample office. */
export const officeHandlers: Handlers<typeof office> = {
  'office.get': ({ read }) => getOffice(read),
  'office.setUp': ({ write }, settings) => {
    setUpOffice(write, settings, false);
    return {};
  },
  'office.update': ({ write }, settings) => {
    updateOffice(write, settings);
    return {};
  },
  'office.exploreSample': (services) => {
    if (services.file.reader.number('SELECT count(*) FROM office') > 0)
      throw new RoundsError(
        'office/already-set-up',
        'This file holds an office already. Set it aside under Backups to start with the sample office.',
      );
    return services.jobs.start('sample', 'Making the sample office', (control) =>
      fillSampleOffice(services, control),
    );
  },
  'statements.list': ({ read }) => [...listStatements(read)],
  'assets.add': ({ write }, { fileName, base64 }) => ({ assetId: addAsset(write, fileName, base64) }),
  'assets.get': ({ read }, { assetId }) => getAsset(read, assetId),
};
