import { Button } from "react-aria-components";
import { useApp } from "../../state/context.ts";
import button from "../../ui/button.module.css";

/** Ways to take a report of the workshop out. */
export function ReportButtons() {
  const app = useApp();
  return (
    <Button
      className={button.button ?? ""}
      onPress={() => app.look.setState({ dialog: { kind: "export", chart: null } })}
    >
      Export…
    </Button>
  );
}
