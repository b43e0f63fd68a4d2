// Keeps a visit through a lost connection and sends it once. Without this script the form is a plain form.
// The visit's id was drawn when the page was shown, so sending it again is the same visit. What is not sent yet lies in IndexedDB,
// encrypted under a key that only a page of the same account holds; see docs/decisions/visits-wait-in-the-phone.md.
"use strict";
(function () {
  const board = document.getElementById("outbox");
  if (!board || !window.fetch) return;
  const canKeep = Boolean(window.isSecureContext && window.crypto && crypto.subtle && window.indexedDB);
  const forms = [...document.querySelectorAll("form[data-outbox]")];
  const formToken = forms.length ? forms[0].elements.formToken.value : document.querySelector("input[name=formToken]").value;
  const mostDays = 30, firstPauseMs = 15000, longestPauseMs = 300000, longestSide = 1600, typingMs = 400;
  const unsent = new Map(); // Visits of this account that the platform has not confirmed, by id.
  let store = null, pauseMs = firstPauseMs, timer = 0, isSending = false, isAskedAgain = false;

  // --- What lies in the phone -------------------------------------------------------------------------------------------------

  async function openStore() {
    const raw = Uint8Array.from(atob(board.dataset.key), letter => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
    const owner = (await hashOf(raw)).slice(0, 16);
    const database = await new Promise((done, failed) => {
      const request = indexedDB.open("outbox", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("visits", { keyPath: "id" });
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const ask = (mode, act) => new Promise((done, failed) => {
      const request = act(database.transaction("visits", mode).objectStore("visits"));
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const seal = async bytes => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes) };
    };
    const unseal = sealed => crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, key, sealed.data);
    return {
      async put(visit) {
        const { photos, ...plain } = visit;
        const entry = { id: visit.id, owner, savedAt: Date.now(), photos: [], body: await seal(new TextEncoder().encode(JSON.stringify(plain))) };
        for (const photo of photos) entry.photos.push({ type: photo.type, ...await seal(photo.bytes) });
        await ask("readwrite", visits => visits.put(entry));
      },
      remove: id => ask("readwrite", visits => visits.delete(id)),
      async all() {
        const own = [];
        for (const entry of await ask("readonly", visits => visits.getAll())) {
          if (Date.now() - entry.savedAt > mostDays * 86400000) await this.remove(entry.id);
          else if (entry.owner === owner) {
            const visit = JSON.parse(new TextDecoder().decode(await unseal(entry.body)));
            visit.photos = [];
            for (const photo of entry.photos) visit.photos.push({ type: photo.type, bytes: await unseal(photo) });
            own.push(visit);
          }
        }
        return own;
      },
    };
  }

  async function keep(visit) {
    unsent.set(visit.id, visit);
    if (!store) return;
    try { await store.put(visit); } catch (failure) { console.warn("The phone keeps nothing; the visit stays in this page.", failure); }
  }

  async function forget(id) {
    unsent.delete(id);
    if (store) await store.remove(id);
  }

  // --- A form and what stands in it -------------------------------------------------------------------------------------------

  const read = form => ({
    id: form.elements.id.value, household: form.dataset.household, action: form.getAttribute("action"), back: form.elements.back.value,
    on: form.elements.on.value, note: form.elements.note.value, evidence: form.elements.evidence.value,
    needs: [...form.querySelectorAll("input[name=needs]:checked")].map(box => box.value), photos: form.photos || [], isQueued: false,
  });

  function fill(form, visit) {
    form.elements.id.value = visit.id;
    form.elements.on.value = visit.on;
    form.elements.note.value = visit.note;
    form.elements.evidence.value = visit.evidence;
    form.querySelectorAll("input[name=needs]").forEach(box => { box.checked = visit.needs.includes(box.value); });
    form.photos = visit.photos;
    const details = form.closest("details");
    if (details) details.open = true;
    say(form, `这是您没有记完的走访${visit.photos.length ? `，照片 ${visit.photos.length} 张已保存` : ""}。`);
  }

  const say = (form, words) => { form.querySelector(".sent").textContent = words; };

  const formOf = visit => forms.find(form => form.elements.id.value === visit.id);

  // Photos are made smaller before they are kept or sent; drawing them anew also leaves out where and by which phone they were taken.
  async function shrink(file) {
    if (!file.type.startsWith("image/") || !window.createImageBitmap) return file;
    try {
      const image = await createImageBitmap(file);
      const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise(done => canvas.toBlob(blob => done(blob || file), "image/jpeg", 0.82));
    } catch (failure) {
      console.warn("The photo is sent as it is.", failure);
      return file;
    }
  }

  async function takePhotos(form) {
    const photos = [];
    for (const file of form.elements.files.files) {
      const photo = await shrink(file);
      photos.push({ type: photo.type, bytes: await photo.arrayBuffer() });
    }
    form.photos = photos;
  }

  // --- Sending ----------------------------------------------------------------------------------------------------------------

  async function hashOf(bytes) {
    return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map(byte => byte.toString(16).padStart(2, "0")).join("");
  }

  const isPassing = status => status === 408 || status === 429 || status >= 500;

  /** Each photo by itself: one that got through is not sent again. Throws "later" where the connection or the platform fails. */
  async function sendPhotos(visit) {
    while (visit.photos.length) {
      const photo = visit.photos[0];
      const hash = await hashOf(photo.bytes);
      const answer = await fetch(visit.action.replace(/\/monitoring\/visits.*$/, `/evidence/${hash}`), {
        method: "PUT", credentials: "same-origin", body: photo.bytes, headers: { "Content-Type": photo.type, "X-Form-Token": formToken },
      });
      if (answer.status === 401) return "ended";
      if (isPassing(answer.status)) return "later";
      if (!answer.ok) return "refused";
      visit.evidence = [...visit.evidence.split(",").filter(Boolean), hash].join(",");
      visit.photos = visit.photos.slice(1);
      await keep(visit);
    }
    return "sent";
  }

  async function send(visit) {
    const body = new FormData();
    body.append("formToken", formToken);
    for (const name of ["id", "back", "on", "note"]) body.append(name, visit[name]);
    visit.needs.forEach(need => body.append("needs", need));
    if (canKeep) {
      const photos = await sendPhotos(visit);
      if (photos !== "sent") return { outcome: photos, words: "照片没有被接收，请换一张。" };
    }
    body.append("evidence", visit.evidence);
    if (!canKeep) visit.photos.forEach((photo, at) => body.append("files", new Blob([photo.bytes], { type: photo.type }), `${at + 1}.jpg`));
    const answer = await fetch(visit.action, { method: "POST", credentials: "same-origin", body, headers: { Accept: "text/html" } });
    if (answer.status === 401) return { outcome: "ended" };
    if (isPassing(answer.status)) return { outcome: "later" };
    // What comes after the redirect is a page to look at; that it could not be loaded says nothing of the visit.
    if (answer.ok || answer.redirected) return { outcome: "sent" };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const refusal = page.querySelector("[role=alert]");
    return { outcome: "refused", words: refusal ? refusal.innerText || refusal.textContent : "没有记录，请核对。" };
  }

  async function settle(visit) {
    let result;
    try { result = await send(visit); } catch (failure) { result = { outcome: "later" }; }
    const form = formOf(visit);
    if (result.outcome === "sent") {
      await forget(visit.id);
      if (form) done(form, visit);
    } else if (result.outcome === "refused") {
      visit.isQueued = false;
      visit.words = result.words;
      await keep(visit);
      if (form) { form.querySelector("button[type=submit]").disabled = false; say(form, `✕ ${result.words.replace(/\s+/g, " ").trim()}`); }
    } else if (form) {
      say(form, result.outcome === "ended"
        ? "登录已过期。走访已存在手机里，重新登录后打开这一页就会发出。"
        : canKeep ? "没有信号。走访已存在手机里，有信号时自动发出，可以放心离开。" : "没有信号。有信号时自动发出，请不要关闭这一页。");
    }
    return result.outcome;
  }

  function done(form, visit) {
    const note = document.createElement("p");
    note.className = "message good";
    note.textContent = `✓ 已记录 ${visit.on} 的走访。`;
    const details = form.closest("details");
    if (details) return details.replaceWith(note);
    location.assign(visit.action.replace(/\/visits.*$/, "?done=visits"));
  }

  async function sendAll() {
    if (isSending) { isAskedAgain = true; return; }
    isSending = true;
    isAskedAgain = false;
    clearTimeout(timer);
    let isWaiting = false;
    for (const visit of [...unsent.values()].filter(visit => visit.isQueued)) isWaiting = ["later", "ended"].includes(await settle(visit)) || isWaiting;
    isSending = false;
    if (isAskedAgain) return sendAll();
    show();
    pauseMs = isWaiting ? Math.min(pauseMs * 2, longestPauseMs) : firstPauseMs;
    if (isWaiting) timer = setTimeout(sendAll, pauseMs);
  }

  /** What this page cannot show in a form of its own: visits that wait, and visits refused since they were typed. */
  function show() {
    const waiting = [...unsent.values()].filter(visit => visit.isQueued);
    const refused = [...unsent.values()].filter(visit => !visit.isQueued && visit.words && !formOf(visit));
    board.replaceChildren();
    if (waiting.length) add("message warn", `… 有 ${waiting.length} 次走访还没有发出（户 ${waiting.map(visit => visit.household).join("、")}），有信号时自动发出。`);
    for (const visit of refused) {
      const shown = add("message bad", `✕ 户 ${visit.household} ${visit.on} 的走访没有记录：${visit.words} `);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "compact quiet";
      button.textContent = "知道了，从手机里删掉";
      button.addEventListener("click", async () => { await forget(visit.id); show(); });
      shown.append(button);
    }
  }

  function add(kind, words) {
    const shown = document.createElement("p");
    shown.className = kind;
    shown.textContent = words;
    board.append(shown);
    return shown;
  }

  // --- The forms of this page -------------------------------------------------------------------------------------------------

  function listen(form) {
    let typing = 0;
    let photos = Promise.resolve();
    const changed = () => {
      clearTimeout(typing);
      typing = setTimeout(async () => { await photos; if (!(unsent.get(form.elements.id.value) || {}).isQueued) await keep(read(form)); }, typingMs);
    };
    form.addEventListener("input", changed);
    form.elements.files.addEventListener("change", () => { photos = takePhotos(form); changed(); });
    form.addEventListener("submit", async event => {
      event.preventDefault();
      clearTimeout(typing);
      form.querySelector("button[type=submit]").disabled = true;
      say(form, "正在发出…");
      await photos;
      const visit = read(form);
      visit.isQueued = true;
      await keep(visit);
      pauseMs = firstPauseMs;
      await sendAll();
    });
  }

  async function start() {
    if (canKeep) {
      try { store = await openStore(); } catch (failure) { console.warn("This browser keeps nothing between pages.", failure); }
      for (const visit of store ? await store.all() : []) {
        unsent.set(visit.id, visit);
        const form = forms.find(one => one.dataset.household === visit.household);
        if (!visit.isQueued && form) { fill(form, visit); unsent.get(visit.id).words = undefined; }
      }
    }
    forms.forEach(listen);
    window.addEventListener("online", sendAll);
    document.documentElement.dataset.outbox = store ? "kept" : "page";
    await sendAll();
  }

  start();
})();
