import { join } from "node:path";
import { app, dialog, protocol } from "electron";
import { startGraphics } from "./desktop/graphics.ts";
import { lockContents } from "./desktop/lockdown.ts";
import { scheme } from "./desktop/scheme.ts";
import { prepareDesk, startDesktop } from "./desktop/start.ts";

// The order of starting, nothing else. Whatever must precede "ready" comes first.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([scheme]);
// Names are never looked up: the page has no business outside its own files.
app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
app.on("web-contents-created", (_event, contents) => {
  lockContents(contents);
});
// Tests keep each start's files apart.
if (process.env.ENTENTE_USER_DATA) app.setPath("userData", process.env.ENTENTE_USER_DATA);

// Two writers of one file lose work: a second start hands its file to the first and ends.
if (app.requestSingleInstanceLock()) {
  const graphics = startGraphics(app, app.getPath("userData"), process.argv);
  const desk = prepareDesk();
  // Not a top-level await: Electron holds "ready" back until this module has been evaluated.
  app
    .whenReady()
    .then(() => startDesktop(desk, join(import.meta.dirname, ".."), graphics))
    .catch((error: unknown) => {
      dialog.showErrorBox("Entente could not start", error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
} else {
  app.quit();
}
