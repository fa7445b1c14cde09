import { MarkingForm } from "../../export/MarkingForm.tsx";
import { useApp, useCase } from "../../state/context.ts";
import { Window } from "../../ui/Window.tsx";

/** How the case may be handled, asked outside an export. */
export function MarkingDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { marking } = useCase();
  return (
    <Window title="Marking" onClose={onClose}>
      <MarkingForm
        marking={marking}
        onKeep={(kept) => {
          app.edit({ edit: "setMarking", marking: kept });
          onClose();
        }}
      />
    </Window>
  );
}
