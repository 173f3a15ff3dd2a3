export { CreditScreen } from './ledger/CreditScreen.tsx';
export { CreditTypes } from './types/CreditTypes.tsx';
