// A file dropped anywhere on a form that takes one goes into its field. Without this
// file the person drops it onto the field itself, or chooses it.
"use strict";

for (const form of document.querySelectorAll('form[enctype="multipart/form-data"]')) {
  const field = form.querySelector("input[type=file]");
  if (!field) continue;
  const lit = (on) => form.classList.toggle("drop-here", on);
  form.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    lit(true);
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) lit(false);
  });
  form.addEventListener("drop", (event) => {
    lit(false);
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    field.focus();
  });
}
