/** The dialogs of a figure, loaded when they are opened. */
import { type ComponentType, lazy } from 'react';
import type { Tool } from '#ui/figure-context';
import type { ToolProps } from './mounted-figure';

export const tools: Partial<Readonly<Record<Tool, ComponentType<ToolProps>>>> = {
  share: lazy(() => import('#share/share-dialog')),
  export: lazy(() => import('#export/export-dialog')),
};
