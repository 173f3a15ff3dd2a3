import type { Module } from '../../../shared/contract/modules.ts';
import { Section } from '../../components/index.ts';
import { AboutFields } from './AboutFields.tsx';
import { AiUsesField } from './AiUsesField.tsx';
import { AssessmentFields } from './AssessmentFields.tsx';
import { CompetenciesField } from './CompetenciesField.tsx';
import { LearnerFields } from './LearnerFields.tsx';
import { ObjectivesField } from './ObjectivesField.tsx';
import { PrerequisitesField } from './PrerequisitesField.tsx';
import { ReferencesField } from './ReferencesField.tsx';
import { ReviewFields } from './ReviewFields.tsx';
import { SaveBar } from './SaveBar.tsx';
import { TeachingFields } from './TeachingFields.tsx';
import type { ModuleEditor } from './use-module-editor.ts';

/** Everything that is written about a module, in the order in which one thinks of it. */
export function EditorForm({
  editor,
  modules,
  ownId,
  saveLabel,
  onLeave,
}: {
  readonly editor: ModuleEditor;
  readonly modules: readonly Module[];
  /** The edited module; null for a new one. */
  readonly ownId: number | null;
  readonly saveLabel: string;
  /** Drops what was written and goes back. */
  readonly onLeave: () => void;
}) {
  return (
    <form
      ref={editor.form}
      noValidate
      aria-label="Module"
      onSubmit={(event) => {
        event.preventDefault();
        void editor.save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void editor.save();
      }}
    >
      <Section title="About">
        <AboutFields editor={editor} />
      </Section>
      <Section title="Teaching">
        <TeachingFields editor={editor} modules={modules} />
      </Section>
      <Section
        title="Objectives"
        description="What learners can do afterwards. Enter adds a line, Alt with ↑ or ↓ moves it."
      >
        <ObjectivesField editor={editor} />
      </Section>
      <Section
        title="Audience"
        description="Everybody who may take a module may take what it builds on: its audience lies within that of each prerequisite."
      >
        <LearnerFields editor={editor} modules={modules} />
      </Section>
      <Section title="Prerequisites" description="What a learner has to have taken before.">
        <PrerequisitesField editor={editor} />
      </Section>
      <Section
        title="Competencies"
        description="What the module teaches, and how far. A curriculum counts the highest level that any of its modules gives."
      >
        <CompetenciesField editor={editor} />
      </Section>
      <Section title="Assessment">
        <AssessmentFields editor={editor} />
      </Section>
      <Section title="References" description="What the module rests on; printed on the syllabus.">
        <ReferencesField editor={editor} />
      </Section>
      <Section
        title="Use of AI"
        description="A log of the AI tools that helped to make this module, and of the person who reviewed what they produced."
      >
        <AiUsesField editor={editor} />
      </Section>
      <Section
        title="Review"
        description="The content of a medical-AI module ages; a date brings it back to you."
      >
        <ReviewFields editor={editor} />
      </Section>
      <SaveBar editor={editor} saveLabel={saveLabel} isNew={ownId === null} onLeave={onLeave} />
    </form>
  );
}
