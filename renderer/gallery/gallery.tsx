import "@fontsource-variable/inter/opsz.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "../base.css";
import { createRoot } from "react-dom/client";
import type { ThemeChoice } from "../state/look.ts";
import { charts } from "./charts.tsx";
import { readCases } from "./fixtures.ts";
import styles from "./Gallery.module.css";
import type { Item } from "./item.tsx";
import { dialogs, panels } from "./panels.tsx";

const THEMES = ["light", "dark", "contrast", "contrast-dark"] as const;
const wanted = new URLSearchParams(location.search);
const theme = THEMES.find((one) => one === wanted.get("theme")) ?? "light";
const only = wanted.get("only");
/** High contrast is one choice; which of the two it is follows the system, and here the address. */
const choice: ThemeChoice = theme === "contrast-dark" ? "contrast" : theme;
const linkTo = (one: string, id: string | null): string => `?theme=${one}${id === null ? "" : `&only=${id}`}`;

function Figure({ id, title, width, height, alone = false, draw }: Item) {
  return (
    <figure className={styles.item} id={`item-${id}`} data-item={id} data-alone={alone || undefined}>
      <h2>
        <a href={linkTo(theme, id)}>{title}</a>
      </h2>
      {alone && only !== id ? (
        <p>Covers the page: open it alone.</p>
      ) : (
        <div
          className={styles.frame}
          style={{ width, ...(height === undefined ? {} : { height }) }}
          data-frame
        >
          {draw(choice)}
        </div>
      )}
    </figure>
  );
}

/** Every chart and panel, one below the other; `?only=` shows one, `?theme=` another look. */
function Gallery({ items }: { readonly items: readonly Item[] }) {
  return (
    <main className={styles.page}>
      {only === null && (
        <header className={styles.head}>
          <h1>Gallery</h1>
          {THEMES.map((one) => (
            <a key={one} href={linkTo(one, null)} aria-current={one === theme || undefined}>
              {one}
            </a>
          ))}
        </header>
      )}
      {items
        .filter(({ id }) => only === null || id === only)
        .map((item) => (
          <Figure key={item.id} {...item} />
        ))}
    </main>
  );
}

async function start(): Promise<void> {
  document.documentElement.dataset["theme"] = theme;
  const cases = await readCases();
  const items = [...panels(cases), ...charts(cases), ...dialogs(cases)];
  createRoot(document.getElementById("root") as HTMLElement).render(<Gallery items={items} />);
}

void start();
