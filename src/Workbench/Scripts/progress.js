// Keeps the figures of a running import fresh without reloading the page. Without this script the page reloads itself.
"use strict";
(function () {
  const pause = 1000;
  async function refresh() {
    const shown = document.getElementById("progress");
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("progress");
      if (!fresh) return location.reload(); // Signed out meanwhile.
      if (fresh.dataset.running !== "true") return location.reload(); // The finished page has more to show.
      shown.replaceChildren(...fresh.childNodes);
    } catch (failure) {
      console.warn("The import's progress could not be read; trying again.", failure);
    }
    setTimeout(refresh, pause);
  }
  setTimeout(refresh, pause);
})();
