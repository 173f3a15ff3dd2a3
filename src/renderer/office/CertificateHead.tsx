import { chooseStatement } from '../../shared/certificates/statements.ts';
import { fillStatement, plainText } from '../../shared/certificates/wording.ts';
import type { OfficeSettings } from '../../shared/contract/office.ts';
import { useRead } from '../api/index.ts';
import classes from './CertificateHead.module.css';
import { AssetImage } from './ImageField.tsx';

/** How the settings will look on paper while they are being written: head, sample line, signatures, statement. */
export function CertificateHead({ settings }: { readonly settings: OfficeSettings }) {
  const statements = useRead('statements.list', {});
  const provider = settings.providerName.trim() || 'Name of the provider';
  const today = new Date().toISOString().slice(0, 10);
  const statement = chooseStatement(statements.data ?? [], 'accreditation', {
    accreditor: settings.accreditor,
    providership: 'direct',
    learningFormat: 'live activity',
    date: today,
  });
  return (
    <figure className={classes.preview}>
      <div className={classes.sheet} data-paper={settings.paper}>
        <div className={classes.frame}>
          {settings.logoAssetId === null ? null : (
            <div className={classes.logo}>
              <AssetImage assetId={settings.logoAssetId} alt="Logo" />
            </div>
          )}
          <div className={classes.provider}>{provider}</div>
          <div className={classes.address}>{settings.address}</div>
          <div className={classes.kind}>Certificate</div>
          <div className={classes.certifies}>certifies that</div>
          <div className={classes.name}>Adaeze Okonkwo, MD</div>
          <div className={classes.certifies}>has participated in the live activity</div>
          <div className={classes.activity}>Medical AI: from Evidence to Bedside</div>
          <div className={classes.spacer} />
          <div className={classes.signatures}>
            {settings.signatories.map((signatory, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines that are not saved have nothing but their place
              <div key={index} className={classes.signature}>
                <div className={classes.ink}>
                  {signatory.imageAssetId === null ? null : (
                    <AssetImage assetId={signatory.imageAssetId} alt="Signature" />
                  )}
                </div>
                <div className={classes.rule}>{signatory.name || 'Name'}</div>
                <div>{signatory.title || 'Title'}</div>
              </div>
            ))}
          </div>
          <div className={classes.statement}>
            {statement ? plainText(fillStatement(statement.text, fields(settings, provider))) : ''}
          </div>
          <div className={classes.number}>
            {settings.certificatePrefix || 'CME'}-{today.slice(0, 4)}-000001
          </div>
        </div>
      </div>
      <figcaption className={classes.caption}>How your certificates will be headed and signed.</figcaption>
    </figure>
  );
}

function fields(settings: OfficeSettings, provider: string) {
  return {
    provider,
    stateSociety: settings.stateSociety.trim() || 'state medical society',
    jointProviders: '',
    format: '',
    formatDescription: '',
    maximum: '',
    credit: '',
    CreditNoun: '',
    creditNoun: '',
  };
}
