"""C10 in .pdf: scripts, programs, attachments, films and forms, packed and plain."""

from collections.abc import Callable, Iterator

import pikepdf

from tests.hostile.papers import Made, new_pdf, saved

Dict, Arr, Name = pikepdf.Dictionary, pikepdf.Array, pikepdf.Name
CODE = "app.launchURL('http://127.0.0.1:9')"
Act = Callable[[pikepdf.Pdf], None]


def script() -> pikepdf.Dictionary:
    """An action that runs a script."""
    return Dict(S=Name.JavaScript, JS=pikepdf.String(CODE))


def at_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = script()


def by_name(pdf: pikepdf.Pdf) -> None:
    tree = Dict(Names=Arr([pikepdf.String("a"), script()]))
    pdf.Root.Names = Dict(JavaScript=tree)


def in_a_stream(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dict(S=Name.JavaScript, JS=pdf.make_stream(CODE.encode()))


def on_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.AA = Dict(O=script())


def on_a_note(pdf: pikepdf.Pdf) -> None:
    note = Dict(Type=Name.Annot, Subtype=Name.Link, Rect=Arr([0, 0, 9, 9]), A=script())
    pdf.pages[0].obj.Annots = Arr([pdf.make_indirect(note)])


def next_of_next(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dict(
        S=Name.GoTo, Next=Arr([Dict(S=Name.GoTo, Next=script())])
    )


def launch(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dict(S=Name.Launch, F=pikepdf.String("cmd.exe"))


def launch_win(pdf: pikepdf.Pdf) -> None:
    win = Dict(F=pikepdf.String("cmd.exe"))
    pdf.Root.OpenAction = Dict(S=Name.Launch, Win=win)


def go_to_other(pdf: pikepdf.Pdf) -> None:
    share = pikepdf.String("//10.0.0.1/a.pdf")
    pdf.Root.OpenAction = Dict(S=Name.GoToR, F=share)


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.exe"] = b"MZ"


def attached_note(pdf: pikepdf.Pdf) -> None:
    held = pdf.make_stream(b"MZ", Type=Name.EmbeddedFile)
    spec = Dict(Type=Name.Filespec, F=pikepdf.String("a"), EF=Dict(F=held))
    note = Dict(Type=Name.Annot, Subtype=Name.FileAttachment, FS=spec)
    pdf.pages[0].obj.Annots = Arr([note])


def rich_media(pdf: pikepdf.Pdf) -> None:
    note = Dict(Type=Name.Annot, Subtype=Name.RichMedia, RichMediaContent=Dict(A=1))
    pdf.pages[0].obj.Annots = Arr([note])


def movie(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = Arr([Dict(Type=Name.Annot, Subtype=Name.Movie)])


def dynamic_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dict(Fields=Arr(), XFA=pdf.make_stream(b"<xdp/>"))


ACTS: dict[Act, str] = {
    at_opening: "file.pdf_script",
    by_name: "file.pdf_script",
    in_a_stream: "file.pdf_script",
    on_a_page: "file.pdf_script",
    on_a_note: "file.pdf_script",
    next_of_next: "file.pdf_script",
    launch: "file.pdf_launch",
    launch_win: "file.pdf_launch",
    go_to_other: "file.pdf_launch",
    attached: "file.pdf_attachment",
    attached_note: "file.pdf_attachment",
    rich_media: "file.pdf_media",
    movie: "file.pdf_media",
    dynamic_form: "file.pdf_form",
}


def files() -> Iterator[Made]:
    """Each act in a file with plain objects, and in one with packed ones."""
    mode = pikepdf.ObjectStreamMode
    for act, refused in ACTS.items():
        name = act.__name__.replace("_", "-")
        for ending, how in {"": mode.disable, "-packed": mode.generate}.items():
            pdf = new_pdf()
            act(pdf)
            yield f"{name}{ending}.pdf", saved(pdf, object_stream_mode=how), refused
