/**
 * A file dropped where nobody takes it would replace the page, and be run as a page if it is HTML. Whoever takes
 * drops handles the events further in, as usual.
 */
export function keepPage(page: Pick<Window, "addEventListener">): void {
  page.addEventListener("dragover", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
  });
  page.addEventListener("drop", (event) => {
    event.preventDefault();
  });
}
