export { Finding } from '../../components/index.ts';
