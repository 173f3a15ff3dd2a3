/** What two or more features show in the same way. */
export { DataTable, type DataTableProps } from './DataTable.tsx';
export { DomainBadge, DomainBar, domainLabel } from './Domain.tsx';
export type { Column } from './data-table-model.ts';
export { EmptyState } from './EmptyState.tsx';
export { FaultNotice } from './FaultNotice.tsx';
export { Figure } from './Figure.tsx';
export { FileDrop } from './FileDrop.tsx';
export { Finding } from './Finding.tsx';
export { useFillHeight } from './fill-height.ts';
export { JobProgress } from './JobProgress.tsx';
export { Loading } from './Loading.tsx';
export { Moment, useOfficeZone } from './Moment.tsx';
export { PageHeader, type PageHeaderProps } from './PageHeader.tsx';
export { PdfPreview } from './PdfPreview.tsx';
export { SearchField } from './SearchField.tsx';
export { Section } from './Section.tsx';
export { SidePanel, type SidePanelProps } from './SidePanel.tsx';
export { StatusBadge, type Tone } from './StatusBadge.tsx';
